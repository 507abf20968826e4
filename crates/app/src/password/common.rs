//! The commonest passwords, of which a guesser tries all.

use std::collections::HashSet;

/// Whether a guesser would try this early: one of the commonest, with or without digits and signs around it, or a mere
/// repetition or row of keys.
pub(super) fn is_common(password: &str) -> bool {
    let lower = password.to_lowercase();
    let core = lower.trim_matches(|c: char| !c.is_alphabetic());
    let plain: String = lower.chars().filter(|c| c.is_alphanumeric()).collect();
    is_listed(&lower) || is_listed(&plain) || is_listed(core) || few_letters(&lower) || is_row(&plain)
}

fn is_listed(word: &str) -> bool {
    COMMON.split_whitespace().any(|common| common == word)
}

fn few_letters(text: &str) -> bool {
    text.chars().collect::<HashSet<_>>().len() < 4
}

/// A run along the alphabet, the digits, or a keyboard, either way, perhaps repeated.
fn is_row(text: &str) -> bool {
    let rows = [
        "01234567890123456789",
        "abcdefghijklmnopqrstuvwxyz",
        "qwertyuiopasdfghjklzxcvbnm",
        "1q2w3e4r5t6y7u8i9o0p",
    ];
    rows.iter().any(|row| {
        let back: String = row.chars().rev().collect();
        row.contains(text) || back.contains(text)
    })
}

const COMMON: &str = "
    password passw0rd p4ssword p4ssw0rd password1 password12 password123 password1234 passwort passwords pass1234
    qwerty qwertyuiop qwertyui qwerty123 qwerty1234 qwerty12345 azerty azertyuiop qwertz qwertzuiop asdfghjkl asdfghjk
    zxcvbnm zxcvbnm123 asdfasdf qweasdzxc qazwsx qazwsxedc 1qaz2wsx 1qaz2wsx3edc 1q2w3e4r 1q2w3e4r5t q1w2e3r4 zaq12wsx
    123456 1234567 12345678 123456789 1234567890 12345678910 0123456789 0987654321 987654321 123123123 123321123
    1231231234 1122334455 11223344 123456789a a123456789 abc123456 abcd1234 abc12345 abcd12345 abcdefghij 147258369
    159357 741852963 789456123 9876543210 1029384756 1357924680 2468013579 1212121212 123654789 q1w2e3r4t5
    letmein letmein123 welcome welcome1 welcome123 bienvenido bienvenida bienvenue benvingut bemvindo hello hellohello
    iloveyou iloveyou1 iloveyou2 iloveu teamo tequiero teamomucho tequieromucho jetaime estimat amorcito amormio
    princess princess1 princesa princesse sunshine sunshine1 superman superman1 batman batman123 spiderman pokemon
    dragon dragon123 monkey monkey123 football football1 futbol basketball baseball soccer liverpool chelsea arsenal
    barcelona realmadrid fcbarcelona juventus benfica porto manchester trustno1 starwars starwars1 matrix master
    master123 shadow shadow123 michael jennifer jessica charlie ashley daniel andrea alejandro alejandra carolina
    fernando fernanda francisco sebastian santiago valentina gabriela patricia cristina beatriz mariposa estrella
    chocolate chocolat caramelo corazon corazón bonjour soleil doudou loulou marseille motdepasse contraseña contrasena
    contraseña1 contrasenya senha senha123 segredo secret secret123 secreto clave administrator administrador admin
    admin123 admin1234 administrateur root toor superuser guest changeme changeme123 default temporal temporary
    computer internet samsung google facebook whatsapp microsoft windows android iphone nintendo playstation
    freedom whatever forever friends family familia amistad solidarity solidaridad summer summer2024 summer2025 winter
    spring autumn verano invierno primavera otoño monday january january1 september october november december
    flower flowers butterfly rainbow diamond diamante golden silver ginger pepper cookie banana naranja purple orange
    lovely loveme lovelove mylove mypassword mypass newpassword testtest test1234 test12345 testing123 tester demo1234
    correcthorsebatterystaple opensesame abracadabra blink182 metallica nirvana slipknot eminem
    ";

#[cfg(test)]
mod tests {
    use super::is_common;

    #[test]
    fn what_guessers_try() {
        for common in
            ["password123", "qwertyuiop", "Contraseña1!", "zyxwvutsrq", "2026barcelona!", "abababab"]
        {
            assert!(is_common(common), "{common}");
        }
        for fine in ["three geese in a row", "market-day-2026", "el gat dorm al sol"] {
            assert!(!is_common(fine), "{fine}");
        }
    }
}
