//! Scripts that people write into fields, and whether a page lets them live.

use server::testing::Page;

/// What people try who want a page to do their bidding.
pub(crate) const SCRIPTS: [&str; 64] = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<script\n>alert(1)</script\n>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<img src=x onerror=\"alert(1)\">",
    "<IMG \"\"\"><SCRIPT>alert(1)</SCRIPT>\">",
    "<img/src=`x`onerror=alert(1)>",
    "<img src='x' onerror='alert(1)'",
    "<svg onload=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>",
    "<body onload=alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=javascript:alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "<a href=\"jav&#x09;ascript:alert(1)\">x</a>",
    "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
    "<form action=javascript:alert(1)><button>x</button></form>",
    "<button formaction=javascript:alert(1)>x</button>",
    "<input onfocus=alert(1) autofocus>",
    "<select onfocus=alert(1) autofocus>",
    "<textarea onfocus=alert(1) autofocus>",
    "</textarea><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<audio src=x onerror=alert(1)>",
    "<marquee onstart=alert(1)>",
    "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
    "<link rel=stylesheet href=javascript:alert(1)>",
    "<style>@import 'javascript:alert(1)';</style>",
    "<div style=\"background:url(javascript:alert(1))\">",
    "<base href=javascript:alert(1)//>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "\"><script>alert(1)</script>",
    "'><script>alert(1)</script>",
    "\" onmouseover=\"alert(1)",
    "' onmouseover='alert(1)",
    "\" autofocus onfocus=alert(1) x=\"",
    "--><script>alert(1)</script>",
    "<!--<img src=\"--><img src=x onerror=alert(1)//\">",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml version=\"1.0\"?><script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[x](vbscript:msgbox(1))",
    "[x](https://example.org\"onmouseover=alert(1))",
    "[x](<https://example.org/\" onmouseover=\"alert(1)>)",
    "[x]: javascript:alert(1)\n\n[x]",
    "![x](javascript:alert(1))",
    "![x\" onerror=\"alert(1)](https://example.org/x.png)",
    "<javascript:alert(1)>",
    "```html\" onload=\"alert(1)\n<script>alert(1)</script>\n```",
    "&lt;script&gt;alert(1)&lt;/script&gt; &#60;script&#62;alert(1)&#60;/script&#62;",
    "{{constructor.constructor('alert(1)')()}} ${alert(1)} #{alert(1)}",
];

/// The tags of a page that are not words: what stands between `<` and `>`.
fn tags(text: &str) -> impl Iterator<Item = &str> {
    text.split('<').skip(1).filter_map(|rest| rest.split('>').next())
}

/// That nothing in a page came to life.
pub(crate) fn assert_dead(page: &Page, payload: &str) {
    for tag in tags(&page.text) {
        let lower = tag.to_lowercase();
        let name = lower.split_whitespace().next().unwrap_or_default();
        let ours = lower.starts_with("script type=\"module\" src=\"/static/");
        let living =
            ["iframe", "object", "embed", "base", "style", "math", "video", "audio", "marquee", "template"];
        assert!((name != "script" || ours) && !living.contains(&name), "{payload}: <{tag}>");
        let bare: String = lower.split('"').step_by(2).collect();
        let acts = bare.split_whitespace().any(|word| word.starts_with("on") && word.contains('='));
        assert!(!acts, "{payload}: <{tag}>");
        // Quotes of ours enclose what was typed, which holds none of its own.
        assert!(tag.matches('"').count() % 2 == 0, "{payload}: <{tag}>");
        for attribute in ["href=\"", "src=\"", "action=\"", "formaction=\""] {
            for value in lower.split(attribute).skip(1) {
                let scheme = value.split(['"', '/', '?', '#']).next().unwrap_or_default().split_once(':');
                let fine =
                    scheme.is_none_or(|(scheme, _)| matches!(scheme, "http" | "https" | "mailto" | "tel"));
                assert!(fine, "{payload}: <{tag}>");
            }
        }
    }
}
