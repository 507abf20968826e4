//! The things that are drawn, one for each category of the standard set; some go by a name of their own as well. They stand at a table's edge, at 392 from above.

/// A thing in four colours: two strong ones, a dark and a light one. None when there is no such thing.
pub(super) fn thing(of: &str, colours: [&str; 4]) -> Option<String> {
    let [one, other, dark, light] = colours;
    Some(match of {
        // A loaf.
        "food" | "bread" => format!(
            r#"<path d="M170 392c-30-20-36-150 40-170 60-24 160-24 220 0 76 20 70 150 40 170z" fill="{other}"/><path d="M240 250l30 60m50-70l30 60m50-60l30 60" stroke="{light}" stroke-width="14" stroke-linecap="round"/><path d="M170 392h300v-20H164z" fill="{dark}" opacity=".35"/>"#
        ),
        // A flower in a pot.
        "garden" => format!(
            r#"<path d="M250 290h140l-20 102H270z" fill="{one}"/><path d="M240 270h160v28H240z" fill="{dark}"/><path d="M320 270V170" stroke="{dark}" stroke-width="10"/><path d="M320 250c-60 0-70-46-70-60 50 0 70 26 70 60zm0-20c50 0 60-40 60-54-46 0-60 22-60 54z" fill="{other}"/><circle cx="320" cy="130" r="42" fill="{one}"/><circle cx="320" cy="130" r="18" fill="{light}"/>"#
        ),
        // A house.
        "home-repairs" => format!(
            r#"<path d="M200 240h240v152H200z" fill="{light}"/><path d="M170 250L320 130l150 120z" fill="{one}"/><path d="M292 310h56v82h-56z" fill="{dark}"/><path d="M222 278h46v46h-46zm150 0h46v46h-46z" fill="{other}"/><path d="M392 150h30v60h-30z" fill="{dark}"/>"#
        ),
        // A ball of wool with needles.
        "clothing" | "wool" => format!(
            r#"<path d="M210 170l160 200M430 170L270 370" stroke="{dark}" stroke-width="12" stroke-linecap="round"/><circle cx="320" cy="296" r="96" fill="{one}"/><path d="M236 260c60-40 120-40 168 0m-176 40c60-40 130-40 188 0m-176 46c50-30 110-30 156 0" fill="none" stroke="{light}" stroke-width="8"/><path d="M410 330c60 20 30 62 110 58" fill="none" stroke="{one}" stroke-width="8"/>"#
        ),
        // A bicycle.
        "transport" => format!(
            r#"<g fill="none" stroke="{dark}" stroke-width="12"><circle cx="220" cy="322" r="70"/><circle cx="430" cy="322" r="70"/></g><path d="M220 322l60-110h110l40 110M280 212l50 110h-110m110 0l60-110" fill="none" stroke="{one}" stroke-width="14" stroke-linejoin="round"/><path d="M252 196h56M390 212l-10-40h46" stroke="{dark}" stroke-width="14" stroke-linecap="round" fill="none"/><circle cx="330" cy="322" r="16" fill="{other}"/>"#
        ),
        // A computer.
        "computers" => format!(
            r#"<path d="M200 190h240v160H200z" fill="{dark}"/><path d="M216 206h208v128H216z" fill="{light}"/><path d="M164 352h312l-24 40H188z" fill="{one}"/><path d="M240 240h90m-90 30h130m-130 30h60" stroke="{other}" stroke-width="12" stroke-linecap="round"/>"#
        ),
        // Two cups at one table.
        "care" => format!(
            r#"<path d="M180 270h120l-14 122h-92z" fill="{one}"/><path d="M340 270h120l-14 122h-92z" fill="{other}"/><path d="M180 290c-50-6-50 64 10 58m270-58c50-6 50 64-10 58" fill="none" stroke="{dark}" stroke-width="12"/><path d="M320 236c-50-36-60-56-46-74 14-16 36-8 46 10 10-18 32-26 46-10 14 18 4 38-46 74z" fill="{one}"/>"#
        ),
        // A kite.
        "children" | "kite" => format!(
            r#"<path d="M320 90l100 120-100 130-100-130z" fill="{one}"/><path d="M320 90v250l-100-130z" fill="{other}"/><path d="M220 210h200M320 90v250" stroke="{light}" stroke-width="6"/><path d="M320 340c-50 20 40 30 0 52" fill="none" stroke="{dark}" stroke-width="6"/><path d="M296 352l24 8-20 14zm44 14l-18 10 22 10z" fill="{other}"/>"#
        ),
        // A bottle and herbs.
        "health" => format!(
            r#"<path d="M270 230h100v142c0 20-100 20-100 0z" fill="{one}"/><path d="M292 176h56v56h-56z" fill="{light}"/><path d="M284 150h72v32h-72z" fill="{dark}"/><path d="M288 282h64v64h-64z" fill="{light}"/><path d="M320 292v44m-22-22h44" stroke="{other}" stroke-width="14"/><path d="M400 392c-10-60 20-100 50-120 14 46 0 96-50 120z" fill="{other}"/>"#
        ),
        // A cat.
        "animals" => format!(
            r#"<path d="M230 392c-20-130 40-150 90-150s110 20 90 150z" fill="{one}"/><circle cx="320" cy="216" r="74" fill="{one}"/><path d="M254 190l-4-76 60 36zm132 0l4-76-60 36z" fill="{one}"/><path d="M410 384c70 0 70-70 40-90" fill="none" stroke="{one}" stroke-width="22" stroke-linecap="round"/><circle cx="294" cy="210" r="9" fill="{dark}"/><circle cx="346" cy="210" r="9" fill="{dark}"/><path d="M320 232l-10-10h20zm-12 14c8 8 16 8 24 0" fill="{other}" stroke="{dark}" stroke-width="4"/><path d="M290 392c-6-60 66-60 60 0z" fill="{light}"/>"#
        ),
        // An open book.
        "lessons" | "book" => format!(
            r#"<path d="M150 210c60-24 120-20 170 14 50-34 110-38 170-14v170c-60-20-120-16-170 12-50-28-110-32-170-12z" fill="{one}"/><path d="M170 216c50-14 104-12 150 20v136c-46-24-100-28-150-16zm300 0c-50-14-104-12-150 20v136c46-24 100-28 150-16z" fill="{light}"/><path d="M194 252c30-6 66-4 100 8m-100 30c30-6 66-4 100 8m52-38c34-12 70-14 100-8m-100 46c34-12 70-14 100-8" fill="none" stroke="{other}" stroke-width="8"/>"#
        ),
        // A letter with a pen.
        "office" | "papers" => format!(
            r#"<path d="M210 130h180l50 50v212H210z" fill="{light}"/><path d="M390 130l50 50h-50z" fill="{other}"/><path d="M244 210h150m-150 40h150m-150 40h100" stroke="{dark}" stroke-width="10" stroke-linecap="round" opacity=".6"/><path d="M470 210l30 22-110 140-42 18 10-42z" fill="{one}"/>"#
        ),
        // A guitar.
        "arts" => format!(
            r#"<path d="M344 70h-48l6 150h36z" fill="{dark}"/><path d="M320 196c60 0 70 40 52 72 50 40 20 124-52 124s-102-84-52-124c-18-32-8-72 52-72z" fill="{one}"/><circle cx="320" cy="280" r="32" fill="{dark}"/><path d="M286 344h68" stroke="{light}" stroke-width="12"/><path d="M312 76v264m16-264v264" stroke="{light}" stroke-width="3"/>"#
        ),
        // A ball.
        "leisure" => format!(
            r#"<circle cx="320" cy="272" r="120" fill="{other}"/><path d="M320 152v240M200 272h240" stroke="{dark}" stroke-width="8"/><path d="M236 188c60 50 60 118 0 168m168-168c-60 50-60 118 0 168" fill="none" stroke="{dark}" stroke-width="8"/><path d="M256 190c-24 20-34 44-34 70" fill="none" stroke="{light}" stroke-width="12" stroke-linecap="round"/>"#
        ),
        // A chair.
        "household-goods" => format!(
            r#"<path d="M236 130h24l10 262h-24zm144 0h24l-10 262h-24z" fill="{dark}"/><path d="M246 150h148v30H246zm4 46h140v26H250z" fill="{one}"/><path d="M226 284h188l14 34H212z" fill="{other}"/><path d="M214 318h22v74h-22zm190 0h22v74h-22z" fill="{dark}"/>"#
        ),
        // A ladder and a drill.
        "lending" => format!(
            r#"<path d="M220 392l50-290m110 290l-50-290" stroke="{dark}" stroke-width="14"/><path d="M262 160h76m-86 54h96m-106 54h116m-126 54h136" stroke="{other}" stroke-width="14"/><path d="M400 290h110v44H440l-6 58h-40l6-58z" fill="{one}"/><path d="M510 302h30v20h-30z" fill="{dark}"/>"#
        ),
        // A bucket and a brush.
        "housework" => format!(
            r#"<path d="M220 252h150l-18 140H238z" fill="{one}"/><path d="M214 236h162v26H214z" fill="{dark}"/><path d="M224 240c0-110 142-110 142 0" fill="none" stroke="{dark}" stroke-width="8"/><path d="M262 292h70" stroke="{light}" stroke-width="12" stroke-linecap="round"/><path d="M446 110l-20 190" stroke="{other}" stroke-width="14" stroke-linecap="round"/><path d="M396 300h66l18 92H376z" fill="{other}"/><path d="M398 330v56m28-56v56m28-56v56" stroke="{dark}" stroke-width="5"/><g fill="{light}"><circle cx="250" cy="220" r="16"/><circle cx="292" cy="206" r="22"/><circle cx="334" cy="222" r="14"/></g>"#
        ),
        // A wall that grows, and a trowel.
        "building" => format!(
            r#"<g fill="{one}"><path d="M180 346h92v46h-92zm100 0h92v46h-92zm100 0h92v46h-92zM180 292h42v46h-42zm50 0h92v46h-92zm100 0h92v46h-92z"/></g><g fill="{other}"><path d="M180 238h92v46h-92zm100 0h92v46h-92zM180 184h42v46h-42z"/></g><path d="M430 292h42v46h-42z" fill="{other}"/><path d="M390 210l84-26-20 84z" fill="{dark}"/><path d="M462 196l38-38" stroke="{dark}" stroke-width="10"/><path d="M492 166l30-30" stroke="{light}" stroke-width="22" stroke-linecap="round"/>"#
        ),
        // A string of flags over a cake.
        "events" | "flags" => format!(
            r#"<path d="M120 110c130 70 270 70 400 0" fill="none" stroke="{dark}" stroke-width="6"/><path d="M160 128l54 22-38 40zm164 32h56l-28 48z" fill="{one}"/><path d="M238 154l58 6-36 46zm186-8l52-22-10 52z" fill="{other}"/><path d="M220 300h200v92H220z" fill="{light}"/><path d="M220 300c20 40 46 40 50 10 6 40 50 40 54 0 6 40 50 36 52 0 6 30 40 30 44-10v-20H220z" fill="{one}"/><path d="M270 280v-44m50 44v-44m50 44v-44" stroke="{other}" stroke-width="10"/><path d="M270 232c-10-12 0-20 0-28 0 8 10 16 0 28zm50 0c-10-12 0-20 0-28 0 8 10 16 0 28zm50 0c-10-12 0-20 0-28 0 8 10 16 0 28z" fill="{dark}"/><path d="M200 392h240v-16H200z" fill="{dark}"/>"#
        ),
        // A door that stands open.
        "spaces" => format!(
            r#"<path d="M220 110h200v282H220z" fill="{dark}"/><path d="M240 130h160v262H240z" fill="{light}"/><path d="M240 130l96 34v228h-96z" fill="{one}"/><circle cx="318" cy="282" r="9" fill="{light}"/><path d="M352 320h44v72h-44z" fill="{other}" opacity=".6"/><circle cx="374" cy="220" r="20" fill="{other}"/><path d="M200 392h240v-14H200z" fill="{dark}"/><path d="M262 190l52 16v60l-52-12z" fill="{other}"/>"#
        ),
        // A parcel.
        "other" => format!(
            r#"<path d="M200 230h240v162H200z" fill="{one}"/><path d="M186 190h268v52H186z" fill="{other}"/><path d="M302 190h36v202h-36z" fill="{light}"/><path d="M320 190c-70-10-80-70-40-72 30 0 40 40 40 72 0-32 10-72 40-72 40 2 30 62-40 72z" fill="none" stroke="{light}" stroke-width="14"/>"#
        ),
        _ => return None,
    })
}
