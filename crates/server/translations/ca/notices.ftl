# Notifications: the inbox, what is told by mail and when, and the links that stop letters.

frame-notices = { $count ->
    [0] Avisos: res de nou
    [one] Avisos: 1 de nou
   *[other] Avisos: { $count } de nous
}
notices-title = Avisos
notices-new = Nous
notices-unread = Nou
notices-earlier = Anteriors
notices-nothing-new = Res de nou. Aquí hi haurà el que passi amb els teus intercanvis, ofertes i demandes.
notices-read-all = Els he vist tots
notices-more-unread = { $count ->
    [one] En queda un més per llegir; serà aquí quan hagis llegit aquests.
   *[other] En queden { $count } més per llegir; seran aquí quan hagis llegit aquests.
}
notices-settings = De què se t’avisa, i quan
notices-settings-short = Configuració
notices-settings-sub = Correus, aparells, hores de silenci
notices-settings-lead = Tot és a l’instant als teus avisos. Aquí tries què arriba també per correu, o es mostra als teus aparells.
notices-by-mail = Per correu
notices-no-address = No consta cap adreça teva, de manera que no hi ha correus. Posa’n una a la configuració.
notices-to-address = Els correus van a { $address }.
notices-quiet = Hores de silenci
notices-quiet-wish = Sense correus, i res als aparells, en aquestes hores
notices-quiet-hint = El que passi mentrestant arriba d’un sol cop quan s’acaben. Els correus sobre la contrasenya i l’entrada arriben sempre a l’instant.
field-quiet_from = Des de
field-quiet_until = Fins a
error-time = Escriu una hora com 22:00.
error-quiet-whole-day = Tria un final que no sigui el principi.
notices-kind-requests = Algú et demana un pagament
notices-kind-requests-sub = Espera la teva resposta
notices-kind-trades = Els teus intercanvis
notices-kind-trades-sub = Algú ha pagat, acceptat, rebutjat, corregit o objectat
notices-kind-listings = Les teves ofertes i demandes
notices-kind-listings-sub = S’acaben aviat, s’han acabat o s’han amagat
notices-kind-membership = La teva participació
notices-kind-membership-sub = Se t’ha donat la benvinguda, o tens una tasca nova
notices-kind-administration = El que espera l’administració
notices-kind-administration-sub = Algú vol entrar, o objecta un intercanvi

unsubscribe-title = No vols més correus d’aquests?
unsubscribe-lead = No rebràs més correus sobre: <b>{ $kind }</b>.
unsubscribe-done-title = Fet
unsubscribe-done = No hi haurà més correus sobre: <b>{ $kind }</b>.
unsubscribe-still = Tot continua als teus avisos, i allà pots canviar d’idea quan vulguis.
unsubscribe-do = No més correus sobre això

letter-several-subject = Han passat { $count } coses
letter-several = Això ha passat des de l’últim correu:
letter-several-more-subject = Han passat { $count } coses
letter-several-more = Aquestes són les primeres { $shown } coses que han passat des de l’últim correu; la resta és als teus avisos:
letter-open = Obre
letter-stop = No més correus d’aquesta mena
