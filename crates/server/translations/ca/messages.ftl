# Missatges entre membres.

frame-messages = Missatges
frame-unread = { $count ->
    [one] 1 conversa amb alguna novetat
   *[other] { $count } converses amb alguna novetat
}
messages-empty = Aquí hi ha el que us escriviu entre membres. Obre la pàgina d’algú, o una oferta, i escriu-li.
messages-empty-people = Busca algú
messages-you = Tu:
messages-new = Nou
messages-write-to = Escriu a { $name }
messages-trade-no-words = Un intercanvi
messages-muted = sense correus
messages-mute = Atura els correus
messages-unmute = Correus una altra vegada
messages-muted-lead = No reps correus d’aquesta conversa. El que s’hi escrigui serà aquí igualment.
notice-messages-muted = A partir d’ara no reps correus d’aquesta conversa.
notice-messages-unmuted = Tornes a rebre correus d’aquesta conversa.
messages-earlier = Missatges anteriors
messages-newest = Als més nous
messages-since = Nou des que vas ser aquí
messages-kept = El que vas escriure abans torna a ser aquí. Encara no se n’ha enviat res.
messages-placeholder = Escriu aquí
messages-send = Envia
messages-first-hint = Digues qui ets i de què es tracta. La teva adreça es queda amb nosaltres: la resposta arriba aquí.
field-text = El teu missatge
error-message-exchange = Aquesta comunitat no està en marxa. El que s’ha escrit es queda aquí; no s’hi pot escriure res de nou.
error-message-left = Aquest membre ha deixat la comunitat. El que s’ha escrit es queda aquí; no s’hi pot escriure res de nou.
error-message-stopped = L’administració ha suspès el compte d’aquest membre. El que s’ha escrit es queda aquí; de moment no s’hi pot escriure res de nou.
error-message-closed = Aquest membre no rep missatges ara. Parla-n’hi quan us trobeu, o demana a un administrador que l’hi digui.
error-message-unblock = Has blocat aquesta persona, que no et podria respondre. Desbloca-la abans, a «Persones blocades».
error-message-self = Aquest compte també és teu. Escriu a una altra persona.
error-messages-minutes = Has escrit moltíssim en una hora. Pots continuar d’aquí a { $wait } min; el que has escrit es queda aquí.
error-conversations-minutes = Has escrit per primera vegada a moltes persones. Pots escriure a la següent d’aquí a { $wait } min; a qui ja havies escrit pots contestar-li quan vulguis.
error-conversations-hours = Has escrit per primera vegada a moltes persones. Pots escriure a la següent d’aquí a { $wait } h; a qui ja havies escrit pots contestar-li quan vulguis.

letter-messages-subject = { $writer } t’ha escrit
letter-messages = { $writer } t’ha escrit a { $exchange }:
letter-messages-about-subject = { $writer } sobre «{ $title }»
letter-messages-about = { $writer } t’ha escrit a { $exchange } sobre «{ $title }»:
letter-messages-answer = Contesta en aquesta pàgina, o digues-hi que no vols correus d’aquesta conversa. Una resposta a aquest correu no arribaria a ningú.
notices-kind-messages = Missatges
notices-kind-messages-sub = El que t’escriuen altres membres; és de seguida a Missatges
unsubscribe-still-messages = Tot continua a Missatges, i als teus avisos pots canviar d’idea quan vulguis.
