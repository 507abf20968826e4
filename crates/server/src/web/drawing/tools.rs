//! Tools and things of the house, of the road and of evenings together; they stand as those of [`super::things`] do.

/// A thing in four colours: two strong ones, a dark and a light one. None when there is no such thing.
pub(super) fn tool(of: &str, colours: [&str; 4]) -> Option<String> {
    let [one, other, dark, light] = colours;
    Some(match of {
        "van" => format!(
            r#"<path d="M130 200h250v160H130z" fill="{one}"/><path d="M380 236h70l60 66v58H380z" fill="{other}"/><path d="M400 252h42l36 42h-78z" fill="{light}"/><path d="M130 326h380v22H130z" fill="{dark}" opacity=".3"/><g fill="{dark}"><circle cx="206" cy="356" r="36"/><circle cx="436" cy="356" r="36"/></g><g fill="{light}"><circle cx="206" cy="356" r="14"/><circle cx="436" cy="356" r="14"/></g><path d="M160 230h190v8H160z" fill="{light}"/>"#
        ),
        "car" => format!(
            r#"<path d="M120 300c10-22 40-30 90-34 40-50 60-56 120-56 70 0 90 26 120 58 50 6 70 18 70 44v40H120z" fill="{one}"/><path d="M232 266c24-32 40-38 76-38v38zm94-38c52 0 66 14 88 38h-88z" fill="{light}"/><g fill="{dark}"><circle cx="210" cy="354" r="38"/><circle cx="430" cy="354" r="38"/></g><g fill="{other}"><circle cx="210" cy="354" r="16"/><circle cx="430" cy="354" r="16"/><path d="M488 300h30v20h-30z"/></g>"#
        ),
        "train" => format!(
            r#"<path d="M150 180h130v170H150zm130 60h190v110H280z" fill="{one}"/><path d="M136 164h158v24H136z" fill="{dark}"/><path d="M176 206h78v56h-78z" fill="{light}"/><path d="M406 176h40v64h-40z" fill="{dark}"/><path d="M470 350l50-6v34h-50z" fill="{other}"/><g fill="{other}" stroke="{dark}" stroke-width="10"><circle cx="204" cy="348" r="38"/><circle cx="320" cy="356" r="30"/><circle cx="420" cy="356" r="30"/></g><g fill="{light}"><circle cx="450" cy="140" r="20"/><circle cx="486" cy="112" r="26"/></g>"#
        ),
        "suitcase" => format!(
            r#"<path d="M260 200c0-60 120-60 120 0" fill="none" stroke="{dark}" stroke-width="16"/><rect x="170" y="198" width="300" height="194" rx="18" fill="{one}"/><path d="M220 198h24v194h-24zm176 0h24v194h-24z" fill="{dark}"/><path d="M222 270h20v26h-20zm176 0h20v26h-20z" fill="{light}"/><path d="M280 250l70-16 10 44-70 16z" fill="{other}"/>"#
        ),
        "hammer" => format!(
            r#"<path d="M250 380l130-196" stroke="{other}" stroke-width="28" stroke-linecap="round"/><path d="M316 130l110 74-34 50-110-74z" fill="{dark}"/><path d="M426 204c30 14 50 40 54 70-20-18-46-26-74-32z" fill="{dark}"/><path d="M270 134l32 22-36 52-32-22z" fill="{one}"/><path d="M440 392v-30m-12-6h24m44 36v-30m-12-6h24" stroke="{dark}" stroke-width="8"/>"#
        ),
        "drill" => format!(
            r#"<path d="M200 210h190c26 0 26 84 0 84H200z" fill="{one}"/><path d="M250 290h70l-22 102h-66z" fill="{dark}"/><path d="M390 228l40 10v28l-40 10z" fill="{dark}"/><path d="M430 252h100" stroke="{other}" stroke-width="12"/><path d="M322 294l14 34h-22" fill="none" stroke="{other}" stroke-width="12"/><path d="M226 232h96v14h-96zm0 26h96v14h-96z" fill="{light}"/>"#
        ),
        "saw" => format!(
            r#"<path d="M150 250l270-40 90 6v60L170 330z" fill="{light}"/><path d="M170 330l14-14 14 20 16-22 16 18 16-22 16 18 16-20 16 16 16-20 16 16 16-20 16 16 16-20 16 16 16-18 16 14 16-18 16 12 20-16v34z" fill="{dark}"/><path d="M410 190c70-30 130 0 120 60-4 40-50 60-110 40z" fill="{one}"/><path d="M446 226c30-14 54 0 48 22-6 16-26 22-48 14z" fill="{light}"/><path d="M140 372h360v20H140z" fill="{other}"/>"#
        ),
        "brush" => format!(
            r#"<path d="M430 110L316 270" stroke="{other}" stroke-width="30" stroke-linecap="round"/><path d="M290 250l66 48-30 40-66-48z" fill="{dark}"/><path d="M262 290l64 48c-30 50-90 60-140 54 40-26 50-60 76-102z" fill="{one}"/><path d="M400 300h90v92h-90z" fill="{one}"/><path d="M392 288h106v24H392z" fill="{dark}"/><path d="M410 312c0 40 20 46 20 10 0 60 24 40 24-4" fill="{light}"/>"#
        ),
        "tap" => format!(
            r#"<path d="M170 210h150c60 0 100 30 100 90h-56c0-24-14-34-44-34H170z" fill="{dark}"/><path d="M150 190h40v96h-40z" fill="{one}"/><path d="M262 160h24v52h-24z" fill="{dark}"/><path d="M214 140h120v28H214z" fill="{one}"/><path d="M392 316c24 34 30 44 30 56 0 34-60 34-60 0 0-12 6-22 30-56z" fill="{other}"/>"#
        ),
        "ladder" => format!(
            r#"<path d="M250 392l30-300m110 300l-30-300" stroke="{other}" stroke-width="16"/><path d="M274 150h92m-100 56h108m-114 56h120m-126 56h132m-138 50h144" stroke="{dark}" stroke-width="14"/><path d="M420 300h76l-8 92h-60z" fill="{one}"/><path d="M424 304c0-60 68-60 68 0" fill="none" stroke="{dark}" stroke-width="7"/>"#
        ),
        "lamp" => format!(
            r#"<path d="M240 200l44-100h72l44 100z" fill="{one}"/><path d="M240 200h160l60 150H180z" fill="{light}" opacity=".5"/><path d="M314 200h12v170h-12z" fill="{dark}"/><path d="M250 392c0-30 140-30 140 0z" fill="{dark}"/><circle cx="320" cy="208" r="24" fill="{other}"/>"#
        ),
        "iron" => format!(
            r#"<path d="M160 350c10-80 90-120 190-120h80c40 0 56 40 60 120z" fill="{one}"/><path d="M150 350h346v24H150z" fill="{dark}"/><path d="M270 230c10-60 60-70 110-70s70 24 70 70" fill="none" stroke="{dark}" stroke-width="22"/><circle cx="400" cy="290" r="22" fill="{light}"/><path d="M230 310h90" stroke="{light}" stroke-width="10" stroke-linecap="round"/><path d="M130 374h400v18H130z" fill="{other}"/>"#
        ),
        "sewing" => format!(
            r#"<path d="M160 360h330v32H160z" fill="{dark}"/><path d="M400 360h70V190c0-20-16-34-36-34H210c-24 0-40 16-40 40v44h44v-20c0-10 6-16 16-16h150c12 0 20 8 20 20z" fill="{one}"/><path d="M188 240v92" stroke="{dark}" stroke-width="8"/><path d="M176 328h26v14h-26z" fill="{dark}"/><circle cx="482" cy="224" r="34" fill="{other}"/><circle cx="482" cy="224" r="12" fill="{dark}"/><path d="M296 118h30v38h-30z" fill="{other}"/><path d="M310 130c-60-10-110 20-122 70" fill="none" stroke="{light}" stroke-width="4"/><path d="M120 346h180c20 0 20 14 0 14H120z" fill="{other}"/>"#
        ),
        "scissors" => format!(
            r#"<path d="M230 120l120 170-24 24z" fill="{light}"/><path d="M410 120L290 290l24 24z" fill="{dark}"/><g fill="none" stroke="{one}" stroke-width="20"><circle cx="270" cy="346" r="38"/><circle cx="370" cy="346" r="38"/></g><circle cx="320" cy="264" r="9" fill="{other}"/>"#
        ),
        "shears" => format!(
            r#"<path d="M310 270L190 110l-10 50 96 140z" fill="{light}"/><path d="M330 270l120-160 10 50-96 140z" fill="{light}"/><circle cx="320" cy="286" r="16" fill="{dark}"/><path d="M310 296l-56 96m76-96l56 96" stroke="{one}" stroke-width="28" stroke-linecap="round"/><path d="M150 392c-30-50 0-90 40-90 30 10 36 60 0 90zm340 0c30-40 10-80-26-84-26 14-26 54 0 84z" fill="{other}"/>"#
        ),
        "fork" => format!(
            r#"<path d="M320 90v190" stroke="{other}" stroke-width="18"/><path d="M276 84h88v24h-88z" fill="{one}"/><path d="M256 272h128v20H256z" fill="{dark}"/><path d="M264 286v90m38-90v96m36-96v96m38-96v90" stroke="{dark}" stroke-width="12" stroke-linecap="round"/><path d="M180 392c20-50 60-44 80-30 40-24 90-24 126 0 30-16 60-14 74 30z" fill="{dark}" opacity=".6"/>"#
        ),
        _ => return pastime(of, colours),
    })
}

/// What people spend their evenings and Sundays with, and what they wear then.
fn pastime(of: &str, [one, other, dark, light]: [&str; 4]) -> Option<String> {
    Some(match of {
        "camera" => format!(
            r#"<path d="M160 210h90l24-40h92l24 40h90v182H160z" fill="{dark}"/><path d="M160 246h320v60H160z" fill="{one}"/><circle cx="320" cy="292" r="72" fill="{light}"/><circle cx="320" cy="292" r="48" fill="{other}"/><circle cx="320" cy="292" r="22" fill="{dark}"/><path d="M420 222h40v18h-40z" fill="{light}"/>"#
        ),
        "telephone" => format!(
            r#"<rect x="244" y="112" width="152" height="280" rx="20" fill="{dark}"/><path d="M258 142h124v206H258z" fill="{light}"/><circle cx="320" cy="370" r="11" fill="{other}"/><path d="M276 164h70v34h-70z" fill="{one}"/><path d="M296 216h70v34h-70z" fill="{other}"/><path d="M276 268h88m-88 22h60" stroke="{dark}" stroke-width="8" opacity=".6"/>"#
        ),
        "clock" => format!(
            r#"<circle cx="320" cy="256" r="116" fill="{one}"/><circle cx="320" cy="256" r="92" fill="{light}"/><path d="M320 256v-66m0 66l46 28" stroke="{dark}" stroke-width="12" stroke-linecap="round"/><path d="M320 172v14m0 140v14m-84-84h14m140 0h14" stroke="{other}" stroke-width="10"/><path d="M250 354l-30 38m170-38l30 38" stroke="{dark}" stroke-width="18" stroke-linecap="round"/>"#
        ),
        "piano" => format!(
            r#"<path d="M150 170h340v222H150z" fill="{dark}"/><path d="M170 190h300v60H170z" fill="{one}"/><path d="M134 280h372v50H134z" fill="{light}"/><path d="M176 280v50m42-50v50m42-50v50m42-50v50m42-50v50m42-50v50m42-50v50" stroke="{dark}" stroke-width="3"/><path d="M168 280h16v28h-16zm42 0h16v28h-16zm84 0h16v28h-16zm42 0h16v28h-16zm84 0h16v28h-16z" fill="{dark}"/><path d="M260 200h120v34H260z" fill="{other}"/>"#
        ),
        "trumpet" => format!(
            r#"<path d="M140 250h290" stroke="{other}" stroke-width="22"/><path d="M420 239c50-6 80-34 100-76v196c-20-60-50-84-100-90z" fill="{other}"/><path d="M216 250c0 90 170 90 170 0" fill="none" stroke="{other}" stroke-width="18"/><path d="M250 180h22v90h-22zm40 0h22v90h-22zm40 0h22v90h-22z" fill="{one}"/><path d="M122 232h22v36h-22z" fill="{dark}"/>"#
        ),
        "drum" => format!(
            r#"<path d="M210 180h220l-50 130 30 82H230l30-82z" fill="{one}"/><ellipse cx="320" cy="180" rx="110" ry="34" fill="{light}"/><path d="M214 196l56 110 50-96 50 96 56-110" fill="none" stroke="{dark}" stroke-width="7"/><path d="M256 304h128v14H256z" fill="{other}"/>"#
        ),
        "chess" => format!(
            r#"<path d="M150 372h340v20H150z" fill="{dark}"/><path d="M210 372c0-40 30-50 30-90h50c0 40 30 50 30 90z" fill="{light}"/><circle cx="265" cy="262" r="34" fill="{light}"/><path d="M350 372c0-50 10-70 30-110-30 10-46 4-50-14 30-50 40-80 80-92l10-20 14 26c40 40 40 130 30 210z" fill="{one}"/><circle cx="398" cy="204" r="7" fill="{light}"/>"#
        ),
        "domino" => format!(
            r#"<rect x="180" y="190" width="120" height="202" rx="12" fill="{light}"/><rect x="340" y="170" width="120" height="202" rx="12" fill="{light}" transform="rotate(14 400 270)"/><path d="M196 290h88M352 262l86 22" stroke="{dark}" stroke-width="6"/><g fill="{one}"><circle cx="210" cy="220" r="11"/><circle cx="270" cy="262" r="11"/><circle cx="240" cy="342" r="11"/><circle cx="420" cy="220" r="11"/></g><g fill="{other}"><circle cx="364" cy="310" r="11"/><circle cx="404" cy="320" r="11"/><circle cx="384" cy="346" r="11"/></g>"#
        ),
        "mat" => format!(
            r#"<path d="M140 392c0-20 20-30 40-30h300v30z" fill="{one}"/><circle cx="190" cy="346" r="46" fill="{one}"/><circle cx="190" cy="346" r="28" fill="{light}"/><circle cx="190" cy="346" r="12" fill="{one}"/><circle cx="380" cy="180" r="30" fill="{other}"/><path d="M380 214v80m0-70l-60-50m60 50l60-50M380 290c-70 20-90 40-60 60h120c30-20 10-40-60-60z" fill="{other}" stroke="{other}" stroke-width="18" stroke-linecap="round" stroke-linejoin="round"/>"#
        ),
        "shirt" => format!(
            r#"<path d="M250 140l-110 60 34 70 46-20v142h200V250l46 20 34-70-110-60c-10 40-130 40-140 0z" fill="{one}"/><path d="M250 140c10 40 130 40 140 0l-20-8c-20 24-80 24-100 0z" fill="{light}"/><path d="M220 300h200v30H220z" fill="{other}"/>"#
        ),
        "shoes" => format!(
            r#"<path d="M150 300c20 20 50 10 60-20l100 70c20 10 30 20 30 42H150z" fill="{one}"/><path d="M150 372h40v20h-40z" fill="{dark}"/><path d="M340 260c20 20 50 10 60-20l90 70c20 10 30 20 30 42H340z" fill="{other}"/><path d="M340 332h40v20h-40z" fill="{dark}"/><circle cx="290" cy="352" r="9" fill="{light}"/><circle cx="470" cy="312" r="9" fill="{light}"/>"#
        ),
        "boots" => format!(
            r#"<path d="M180 160h96v150c60 6 84 30 84 66H180z" fill="{one}"/><path d="M172 372h196v20H172z" fill="{dark}"/><path d="M340 190h90v124c56 6 76 26 76 58H372c2-30-10-46-32-58z" fill="{other}"/><path d="M368 372h146v20H368z" fill="{dark}"/><path d="M212 200h62m-62 34h62m-62 34h62" stroke="{light}" stroke-width="9"/>"#
        ),
        _ => return None,
    })
}
