//! What is eaten and grown, and who lives with people; they stand as those of [`super::things`] do.

/// A thing in four colours: two strong ones, a dark and a light one. None when there is no such thing.
pub(super) fn growing(of: &str, colours: [&str; 4]) -> Option<String> {
    let [one, other, dark, light] = colours;
    Some(match of {
        "cup" => format!(
            r#"<path d="M220 250h180v70c0 60-180 60-180 0z" fill="{one}"/><path d="M400 268c60-10 60 70-10 64" fill="none" stroke="{one}" stroke-width="18"/><path d="M170 372h290c-20 24-270 24-290 0z" fill="{other}"/><path d="M270 220c-14-24 14-34 0-62m50 62c-14-24 14-34 0-62m50 62c-14-24 14-34 0-62" fill="none" stroke="{dark}" stroke-width="8" stroke-linecap="round" opacity=".5"/><path d="M240 270h20v50h-20z" fill="{light}"/>"#
        ),
        "pan" => format!(
            r#"<path d="M190 260h260v60c0 96-260 96-260 0z" fill="{dark}"/><path d="M180 240h280v28H180z" fill="{one}"/><path d="M170 276h-44v26h60m264-26h64v26h-70" fill="{dark}"/><path d="M290 214h60v26h-60z" fill="{other}"/><path d="M270 196c-12-20 12-30 0-52m50 44c-12-20 12-30 0-52m50 60c-12-20 12-30 0-52" fill="none" stroke="{light}" stroke-width="9" stroke-linecap="round"/>"#
        ),
        "jam" => format!(
            r#"<path d="M230 220h180v150c0 30-180 30-180 0z" fill="{one}"/><path d="M222 176h196v50H222z" fill="{other}"/><path d="M222 176c20-30 176-30 196 0z" fill="{other}"/><path d="M256 266h128v70H256z" fill="{light}"/><g fill="{one}"><circle cx="300" cy="302" r="14"/><circle cx="332" cy="294" r="14"/></g><path d="M306 286c4-14 14-18 24-18" fill="none" stroke="{dark}" stroke-width="5"/><path d="M240 226h18v130h-18z" fill="{light}" opacity=".4"/>"#
        ),
        "cake" => format!(
            r#"<path d="M180 290h280v82H180z" fill="{one}"/><path d="M220 220h200v70H220z" fill="{other}"/><path d="M180 290c16 36 46 36 60 6 16 34 48 34 64 0 16 34 48 34 64 0 18 30 56 28 92-6z" fill="{light}"/><path d="M220 220c12 26 34 26 46 4 14 26 38 26 52 0 14 26 40 26 54 0 16 22 34 20 48-4z" fill="{light}"/><path d="M160 372h320v20H160z" fill="{dark}"/><circle cx="320" cy="200" r="22" fill="{one}"/><path d="M324 182c6-20 20-28 34-30" fill="none" stroke="{dark}" stroke-width="6"/>"#
        ),
        "eggs" => format!(
            r#"<path d="M150 320h340l-30 72H180z" fill="{other}"/><g fill="{light}"><ellipse cx="220" cy="296" rx="40" ry="52"/><ellipse cx="420" cy="296" rx="40" ry="52"/></g><ellipse cx="320" cy="290" rx="42" ry="56" fill="{one}" opacity=".75"/><path d="M150 320c30 26 60 26 100 0 40 26 100 26 140 0 40 26 70 26 100 0v20H150z" fill="{dark}" opacity=".5"/><ellipse cx="304" cy="266" rx="9" ry="16" fill="{light}"/>"#
        ),
        "tomato" => format!(
            r#"<path d="M320 220c90-40 150 10 140 80-8 60-60 92-140 92s-132-32-140-92c-10-70 50-120 140-80z" fill="{one}"/><path d="M320 220c-20-30-60-30-80-14 30 0 40 20 30 44 24-14 40-14 50-6 10-8 26-8 50 6-10-24 0-44 30-44-20-16-60-16-80 14z" fill="{other}"/><path d="M320 220c0-40 14-56 30-70" fill="none" stroke="{dark}" stroke-width="12" stroke-linecap="round"/><path d="M214 280c-6 30 6 56 26 70" fill="none" stroke="{light}" stroke-width="12" stroke-linecap="round"/>"#
        ),
        "vegetables" => format!(
            r#"<path d="M170 290h300l-30 102H200z" fill="{other}"/><path d="M170 290h300v24H170z" fill="{dark}"/><path d="M220 290c-30-60-10-110 30-120 30 20 40 70 14 120z" fill="{one}"/><path d="M240 170c-30-20-30-50-14-66 10 20 20 40 14 66zm6 0c10-30 30-46 54-46-6 26-26 42-54 46z" fill="{dark}" opacity=".7"/><circle cx="330" cy="250" r="54" fill="{light}"/><path d="M330 200c-20 30-20 60 0 90m0-90c20 30 20 60 0 90" fill="none" stroke="{dark}" stroke-width="4" opacity=".5"/><path d="M390 290c-10-90 10-130 26-170 20 40 40 100 20 170z" fill="{one}"/><path d="M206 336h230m-222 30h214" stroke="{dark}" stroke-width="6" opacity=".5"/>"#
        ),
        "mushroom" => format!(
            r#"<path d="M282 280h76c0 50 10 80 20 112H262c10-32 20-62 20-112z" fill="{light}"/><path d="M180 284c0-160 280-160 280 0-40 20-240 20-280 0z" fill="{one}"/><g fill="{light}"><circle cx="260" cy="230" r="18"/><circle cx="330" cy="202" r="22"/><circle cx="396" cy="248" r="16"/></g><path d="M440 350h30l8 42h-46z" fill="{light}"/><path d="M410 352c0-50 90-50 90 0z" fill="{other}"/>"#
        ),
        "fish" => format!(
            r#"<path d="M150 270c60-90 190-100 270-20l90-60c-16 50-16 100 0 150l-90-50c-80 80-210 70-270-20z" fill="{one}"/><path d="M270 220c30 30 30 70 0 104" fill="none" stroke="{light}" stroke-width="9"/><circle cx="212" cy="254" r="10" fill="{dark}"/><path d="M320 206c10-30 40-40 70-36-6 20-16 36-26 50z" fill="{other}"/><path d="M310 260c16 10 16 20 0 30m40-34c16 10 16 20 0 30" fill="none" stroke="{dark}" stroke-width="5"/>"#
        ),
        "pot" => format!(
            r#"<path d="M240 300h160l-22 92H262z" fill="{one}"/><path d="M228 280h184v28H228z" fill="{dark}"/><path d="M320 284c0-50-10-80-30-120m30 120c4-60 20-90 50-120m-50 120c-10-40-40-60-80-70m80 70c20-40 50-60 90-62" fill="none" stroke="{other}" stroke-width="9"/><g fill="{other}"><circle cx="288" cy="156" r="24"/><circle cx="374" cy="156" r="24"/><circle cx="232" cy="210" r="22"/><circle cx="416" cy="218" r="22"/><circle cx="330" cy="206" r="22"/></g>"#
        ),
        "tree" => format!(
            r#"<path d="M300 250h40l14 142h-68z" fill="{dark}"/><circle cx="320" cy="190" r="96" fill="{other}"/><circle cx="236" cy="236" r="58" fill="{other}"/><circle cx="404" cy="236" r="58" fill="{other}"/><g fill="{one}"><circle cx="270" cy="190" r="17"/><circle cx="350" cy="150" r="17"/><circle cx="376" cy="232" r="17"/><circle cx="300" cy="252" r="17"/><circle cx="226" cy="250" r="17"/></g>"#
        ),
        "dog" => format!(
            r#"<path d="M230 392c-10-110 20-150 90-150h70c50 0 60 60 60 150h-44l-6-70h-80l-10 70z" fill="{one}"/><path d="M180 190c0-40 30-66 76-66 50 0 74 30 74 80l-20 66h-80c-60 0-66-30-66-60z" fill="{one}"/><path d="M296 130c40-6 60 30 50 90-30 6-56-40-50-90z" fill="{dark}"/><circle cx="238" cy="186" r="9" fill="{dark}"/><circle cx="168" cy="210" r="15" fill="{dark}"/><path d="M230 256h90v18h-90z" fill="{other}"/><path d="M446 270c40-10 50-40 46-70" fill="none" stroke="{one}" stroke-width="20" stroke-linecap="round"/>"#
        ),
        "hen" => format!(
            r#"<path d="M180 250c0 90 60 120 130 120 90 0 150-60 160-170-50 10-70 50-120 50-30 0-40-40-50-70-20-60-90-60-106-10z" fill="{light}"/><path d="M230 140c-10-30 10-36 16-16 4-26 26-24 24 0 16-14 30 0 16 20z" fill="{one}"/><path d="M190 180l-40 14 40 16z" fill="{other}"/><path d="M196 214c-10 20 0 36 12 36s16-20 4-36z" fill="{one}"/><circle cx="226" cy="186" r="8" fill="{dark}"/><path d="M300 290c40 30 90 10 110-40" fill="none" stroke="{dark}" stroke-width="8" opacity=".5"/><path d="M290 366v26m40-26v26m-58 0h36m6 0h36" stroke="{other}" stroke-width="9"/>"#
        ),
        "hand" => format!(
            r#"<path d="M250 392c-10-60-70-90-90-130-6-24 24-30 40-10l40 44V160c0-28 40-28 40 0v-26c0-28 42-28 42 0v20c0-28 42-28 42 0v30c0-26 40-26 40 0v110c0 50-24 70-24 98z" fill="{one}"/><path d="M280 160v90m42-96v94m42-86v90" stroke="{dark}" stroke-width="5" opacity=".5"/><path d="M440 120l10 26 28 2-22 18 8 28-24-16-24 16 8-28-22-18 28-2z" fill="{other}"/><path d="M244 372h142v20H244z" fill="{light}"/>"#
        ),
        _ => return None,
    })
}
