# Newsletters: writing to members, and how far it is.

admin-newsletters = Butlletins
admin-newsletters-sub = Escriure a tothom, o a una part
newsletters-title = Butlletins
newsletters-none = Encara no s’ha escrit res. Escriu a tothom, o a qui fa temps que no intercanvia.
newsletter-new = Escriu-ne un
newsletter-new-title = Escriure als membres
newsletter-to-everybody = Tothom
newsletter-to-area = Qui és en una zona
newsletter-to-trading = Qui ha intercanviat fa poc
newsletter-to-idle = Qui fa temps que no intercanvia
newsletter-to-below-zero = Qui és per sota de zero
field-audience = A qui?
newsletter-choose-area = Tria una zona
field-months = En quants mesos?
newsletter-months = mesos
newsletter-months-hint = Compta per a qui ha intercanviat fa poc, o no.
newsletter-body = El correu
newsletter-will-go = { $count ->
    [0] No aniria a ningú.
    [one] Va a 1 persona. Qui no vol butlletins el troba només als seus avisos.
   *[other] Va a { $count } persones. Qui no vol butlletins el troba només als seus avisos.
}
newsletter-send = Envia-l’hi
newsletter-test = Envia-me’l només a mi
newsletter-under-way = De camí
newsletter-sending = { $count } de { $total } fins ara
newsletter-sent = Enviat a { $count } persones
newsletter-leave = Pots sortir d’aquesta pàgina: continua tot sol.
newsletter-look-again = Torna a mirar
notice-newsletter-tested = Ja va de camí, només per a tu.
error-newsletter-months = Escriu un nombre de mesos d’1 a { $max }.
error-newsletter-nobody = Ningú no és d’aquest grup. Tria’n un altre.
error-newsletter-no-address = No consta cap adreça teva. Posa’n una abans a la configuració.
notices-kind-newsletters = Butlletins
notices-kind-newsletters-sub = Correus de l’administració als membres
letter-newsletter-subject = { $exchange }: { $title }
letter-newsletter = { $exchange } t’escriu:
log-newsletter-sent = Butlletí enviat a { $value }: { $subject }
server-job-newsletter = Un butlletí
