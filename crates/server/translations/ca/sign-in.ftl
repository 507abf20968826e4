# Stronger sign-in: passkeys, authenticator, recovery codes, being asked again.

sign-in-passkey = Usa una clau d’accés
sign-in-code-title = Un pas més
sign-in-code-lead = Obre l’aplicació al telèfon i escriu el codi que mostra per a aquest lloc.
sign-in-code-lost = Has perdut el telèfon? També serveix un codi de recuperació. Si tampoc no en tens cap, qui té cura d’aquest servidor et pot ajudar.
sign-in-go-on = Continua
field-one-time-code = Codi
code-hint = Sis xifres, o un dels teus codis de recuperació.
field-again-code = Codi
field-again-password = Contrasenya

me-sign-in-title = Claus d’accés i codis
me-sign-in-sub = Entra amb el dit, o amb un segon pas
me-sign-in-lead = Amb una d’aquestes dues coses, ningú no entra només amb la teva contrasenya, encara que l’hagi descoberta.
me-sign-in-asked = Tens cura dels comptes d’altres persones. Abans que s’obri l’administració, prepara una d’aquestes dues coses.
me-devices-seen = Última activitat:
me-devices-password = Amb la contrasenya
me-devices-code = Amb contrasenya i codi
me-devices-recovery = Amb contrasenya i codi de recuperació
me-devices-passkey = Amb una clau d’accés

passkeys-title = Claus d’accés
passkeys-lead = El telèfon o l’ordinador et deixa entrar amb el dit, la cara o el seu codi. Res per recordar, res per escriure.
passkeys-not-here = L’adreça d’aquest servidor són només números, i els navegadors no creen claus d’accés per a aquestes.
passkey-add = Afegeix una clau d’accés
passkey-add-title = Afegeix una clau d’accés
passkey-add-lead = L’aparell et demana el dit, la cara o el seu codi, i guarda la clau.
passkey-add-do = Crea la clau d’accés
passkey-name = Quin nom li poses
passkey-name-hint = Perquè la reconeguis, per exemple El meu telèfon.
passkey-made = Creada
passkey-used = Usada per última vegada
passkey-rename = Desa el nom
passkey-remove-title = L’has perduda o ja no la fas servir?
passkey-remove-lead = Un cop treta, ja no hi entra ningú. A l’aparell mateix l’esborres a la configuració.
passkey-remove = Treu aquesta clau d’accés
passkey-failed = No ha funcionat. Torna-ho a provar, o entra d’una altra manera.
passkey-needs-script = Les claus d’accés necessiten un navegador més nou i JavaScript activat. L’aplicació amb codis funciona sense.

authenticator-title = Aplicació amb codis
authenticator-lead = Una aplicació al telèfon, com Aegis o Google Authenticator, mostra un codi que canvia tota l’estona. Després de la contrasenya te’l demanem. Si encara no en tens cap, instal·la’n abans una, com les altres aplicacions.
authenticator-begin = Prepara l’aplicació
authenticator-works = Després de la contrasenya et demanem el codi de l’aplicació.
authenticator-remove = Deixa de fer servir l’aplicació
authenticator-remove-lead = A partir d’aleshores no se’t demana cap codi després de la contrasenya. Els codis de recuperació deixen de valer amb l’aplicació.
authenticator-remove-sure = No demanis més codis
authenticator-step-one = Obre l’aplicació, tria afegir un compte i apunta la càmera a aquesta imatge. Ho llegeixes en aquell mateix telèfon? Llavors prem el botó de sota la imatge.
authenticator-qr = Codi QR per llegir amb l’aplicació
authenticator-here = Obre l’aplicació aquí
authenticator-by-hand = O escriu aquesta clau a l’aplicació:
authenticator-step-two = El codi que l’aplicació mostra ara
authenticator-confirm = Activa-la

codes-title = Codis de recuperació
codes-left = { $count ->
    [0] No et queda cap codi de recuperació. Fes-ne de nous abans de perdre el telèfon.
    [one] Et queda un codi de recuperació.
   *[other] Et queden { $count } codis de recuperació.
}
codes-renew = Fes codis de recuperació nous
codes-authenticator-works = L’aplicació funciona. Des d’ara et demanem el seu codi.
codes-lead = Quan no tinguis el telèfon a mà, cadascun d’aquests codis et deixa entrar una vegada. Només es mostren ara: imprimeix-los o apunta’ls, i desa’ls amb els papers importants.
codes-old = Els codis d’abans ja no serveixen.
codes-kept = Ja els tinc
codes-print = Imprimeix
codes-copy = Copia
codes-copied = Copiat

again-title = Ets tu?
again-lead = Abans de continuar, mostra una altra vegada qui ets.
again-lead-second = El que només fan els administradors demana més que una contrasenya: mostra la clau d’accés o el codi.
again-one = N’hi ha prou amb una d’aquestes maneres.
again-why = Perquè ningú no ho faci en una pantalla que has deixat oberta. El que has escrit es conserva.
again-passkey = Usa una clau d’accés
again-code-do = Continua amb el codi
again-password-do = Continua amb la contrasenya

notice-passkey-added = La clau d’accés està desada. Des d’ara hi pots entrar.
notice-passkey-removed = La clau d’accés ja no hi és.
notice-authenticator-removed = Ja no se’t demana cap codi.

error-confirm-first = Mostra una altra vegada qui ets.
error-second-factor-first = Els administradors entren amb una clau d’accés o amb un codi. Prepara una de les dues coses a Configuració, Claus d’accés i codis.
error-second-factor-now = Mostra primer la clau d’accés o el codi.
error-authenticator-works = Ja tens una aplicació amb codis. Treu-la primer si en vols preparar una altra.
error-passkeys-many = Tens vint claus d’accés. Treu-ne una que ja no facis servir.
error-passkey = Aquesta clau d’accés no s’ha acceptat. Potser aquí no és coneguda, o ha trigat més de cinc minuts. Torna-ho a provar.
error-one-time-code = Aquest no és el codi. Torna a mirar l’aplicació, i el rellotge del telèfon: ha d’anar a l’hora.
error-one-time-code-used = Aquest codi ja s’ha fet servir. Espera que l’aplicació mostri el següent.
error-half-over = Ha trigat massa. Torna a entrar.

letter-passkey-added-subject = S’ha afegit una clau d’accés
letter-passkey-added = La clau d’accés «{ $about }» s’acaba d’afegir a la teva entrada a { $server }. Si no vas ser tu, treu-la allà de seguida i canvia la contrasenya:
letter-passkey-removed-subject = S’ha tret una clau d’accés
letter-passkey-removed = La clau d’accés «{ $about }» s’acaba de treure de la teva entrada a { $server }. Si no vas ser tu, canvia la contrasenya i mira els teus aparells:
letter-passkey-fell-subject = S’ha rebutjat una clau d’accés
letter-passkey-fell = Algú acaba de provar d’entrar a { $server } amb la clau d’accés «{ $about }», i semblava una còpia. S’ha rebutjat. Treu aquesta clau i crea’n una altra:
letter-authenticator-added-subject = La teva entrada demana ara un codi
letter-authenticator-added = S’acaba de preparar una aplicació amb codis per a la teva entrada a { $server }. Si no vas ser tu, tria de seguida una altra contrasenya i parla amb qui té cura del servidor.
letter-authenticator-removed-subject = La teva entrada ja no demana codi
letter-authenticator-removed = L’aplicació amb codis s’acaba de treure de la teva entrada a { $server }. Si no vas ser tu, canvia la contrasenya de seguida:
letter-authenticator-lost-subject = Torna a preparar l’aplicació amb codis
letter-authenticator-lost = { $server } ha començat a fer servir una clau nova, així que ja no es coneixen els codis de l’aplicació ni els de recuperació. Entra amb la contrasenya i torna a preparar l’aplicació:
letter-codes-made-subject = Codis de recuperació nous
letter-codes-made = S’acaben de fer codis de recuperació nous per a la teva entrada a { $server }; els d’abans ja no serveixen. Si no vas ser tu, canvia la contrasenya de seguida:
letter-code-used-subject = S’ha fet servir un codi de recuperació
letter-code-used = Algú, segurament tu, acaba de fer servir un dels teus codis de recuperació a { $server }. Codis que queden: { $about }. Si no vas ser tu, canvia la contrasenya de seguida; allà també pots fer codis nous:
letter-new-device-subject = Has entrat en un altre aparell
letter-new-device = Algú, segurament tu, acaba d’entrar a { $server } amb un navegador que no s’havia fet servir abans: { $about }. Si no vas ser tu, tanca-li la sessió allà i canvia la contrasenya:
letter-second-factor-forgotten-subject = S’han tret les teves claus d’accés i codis
letter-second-factor-forgotten = Qui té cura de { $server } ha tret les teves claus d’accés i l’aplicació amb codis, i ha tancat totes les teves sessions. Entra amb la contrasenya i torna a preparar una de les dues coses. Si no ho vas demanar, digues-l’hi.

log-second-factor-forgotten = S’han tret les claus d’accés i els codis de { $subject }
log-passkey-fell = S’ha rebutjat una clau d’accés de { $subject }: pot ser una còpia
log-key-renewed = S’ha començat una clau nova; aplicacions per tornar a preparar: { $subject }
