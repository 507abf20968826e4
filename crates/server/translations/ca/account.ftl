# Signing in and out, registering, finding back in, and a user's own affairs.

field-login = Correu o número de compte
field-password = Contrasenya
field-new-password = Contrasenya nova
field-current = La teva contrasenya d’ara
field-name = Nom
field-email = Correu
field-locale = Idioma

sign-in-title = Entra
sign-in-login-hint = Per exemple ana@example.org o MARL0027.
sign-in-button = Entra
sign-in-forgotten = He oblidat la contrasenya
sign-in-new = És la teva primera vegada?
sign-in-register = Registra’t
sign-in-demo = Comptes d’aquesta demostració
sign-in-demo-lead = Tria’n un; la contrasenya de tots és <b>{ $password }</b>.
notice-signed-out = Has sortit.

register-title = Registra’t
register-lead = Amb un sol registre pots ser a totes les comunitats d’aquest servidor. T’escrivim un correu per veure que l’adreça és teva.
register-name-hint = Com et coneixen els teus veïns.
register-email-hint = Els altres membres no la veuen si tu no vols.
register-password-hint = Almenys 10 caràcters. Unes quantes paraules seguides van bé i es recorden fàcilment.
register-button = Registra’m
register-known = Ja t’has registrat?
register-sent-title = Mira el teu correu
register-sent-lead = T’hem enviat un correu amb un enllaç. Obre’l per continuar.
register-sent-more = Pot trigar uns minuts, i de vegades arriba a la carpeta de correu brossa. L’enllaç serveix tres dies.
register-sent-go = A la primera pàgina

confirm-title = Confirma la teva adreça
confirm-lead = Escriu la contrasenya que vas triar, i <b>{ $email }</b> queda confirmada.
confirm-password-hint = Ho demanem perquè ningú et registri amb un simple clic.
confirm-button = Confirma i entra
dead-link-title = Aquest enllaç ja no serveix
dead-link-lead = Ja s’ha fet servir, és massa vell o se n’ha enviat un de més nou.
dead-link-more = Entra i, si no pots, demana-hi un enllaç nou.
dead-link-go = Entra

reset-title = Una contrasenya nova
reset-lead = Digues-nos el teu correu i t’enviem un enllaç per triar una contrasenya nova.
reset-button = Envia’m l’enllaç
reset-no-mail = No tens correu? Pregunta a l’administració de la teva comunitat; et poden ajudar en persona.
reset-sent-title = Mira el teu correu
reset-sent-lead = Si algú d’aquí té aquesta adreça, ja hi va un correu amb un enllaç.
reset-sent-more = L’enllaç serveix mitja hora. Si no arriba res, mira al correu brossa o prova amb l’adreça amb què et vas registrar.
reset-sent-go = Entra
choose-title = Tria una contrasenya nova
choose-lead = És per a <b>{ $email }</b>. Es tancarà la sessió a tots els teus aparells.
choose-button = Canvia la contrasenya
notice-password-changed = La teva contrasenya ha canviat.

me-title = Configuració
me-name-hint = El teu propi nom. El que cada comunitat mostra de tu es canvia a la teva pàgina d’allà.
me-save = Desa
me-entry = Com entres
me-memberships = Les teves comunitats
me-no-memberships = Encara no ets a cap comunitat.
me-waits = { $name } ha demanat entrar. L’administració respondrà.
me-in-use = en ús
me-join-another = Entra en una altra comunitat
notice-saved = Desat.
me-address-title = Adreça de correu
me-address-lead = Amb ella entres, i allà t’escrivim. La nova val quan obris l’enllaç que hi enviem.
me-address-now = Ara
me-address-new = Adreça nova
me-current-hint = Perquè ningú ho faci per tu a la teva pantalla.
me-address-button = Envia l’enllaç
notice-address-asked = Hem enviat un enllaç a l’adreça nova.
me-confirm-title = Confirma la teva adreça nova
me-confirm-lead = A partir d’ara entres amb ella, i allà t’escrivim.
me-confirm-button = Fes servir aquesta adreça
notice-address-changed = La teva adreça ha canviat.
me-password-title = Contrasenya
me-password-sub = Canvia-la
me-password-lead = Es tancarà la sessió als teus altres aparells.
me-devices-title = Aparells
me-devices-sub = On tens la sessió oberta
me-devices-lead = Tens la sessió oberta en aquests telèfons i ordinadors. Tanca-la en els que no reconeguis o hagis perdut.
me-devices-unknown = Un altre programa
me-devices-this = aquest
me-devices-end = Tanca
me-devices-end-named = Tanca la sessió a { $name }
me-devices-end-others = Tanca a tots els altres
notice-device-out = Sessió tancada allà.

