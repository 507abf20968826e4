# Newsletters: writing to members, and how far it is.

admin-newsletters = Lettres d’information
admin-newsletters-sub = Écrire à tout le monde, ou à une partie
newsletters-title = Lettres d’information
newsletters-none = Rien n’a encore été écrit. Écrivez à tout le monde, ou à qui n’a pas échangé depuis longtemps.
newsletter-new = En écrire une
newsletter-new-title = Écrire aux membres
newsletter-to-everybody = Tout le monde
newsletter-to-area = Les membres d’un secteur
newsletter-to-trading = Qui a échangé récemment
newsletter-to-idle = Qui n’a pas échangé depuis longtemps
newsletter-to-below-zero = Qui est au-dessous de zéro
field-audience = À qui ?
newsletter-choose-area = Choisissez un secteur
field-months = En combien de mois ?
newsletter-months = mois
newsletter-months-hint = Compte pour qui a échangé récemment, ou non.
newsletter-body = Le message
newsletter-will-go = { $count ->
    [0] Elle n’irait à personne.
    [one] Elle va à 1 personne. Qui n’en veut pas ne la trouve que dans ses avis.
   *[other] Elle va à { $count } personnes. Qui n’en veut pas ne la trouve que dans ses avis.
}
newsletter-send = La leur envoyer
newsletter-test = Me l’envoyer à moi seul
newsletter-under-way = En route
newsletter-sending = { $count } sur { $total } jusqu’ici
newsletter-sent = Envoyée à { $count } personnes
newsletter-leave = Vous pouvez quitter cette page : l’envoi continue tout seul.
newsletter-look-again = Regarder de nouveau
notice-newsletter-tested = Elle est en route, pour vous seul.
error-newsletter-months = Tapez un nombre de mois de 1 à { $max }.
error-newsletter-nobody = Personne n’est de ce groupe. Choisissez-en un autre.
error-newsletter-no-address = On ne connaît aucune adresse de vous. Donnez-en d’abord une dans vos réglages.
notices-kind-newsletters = Lettres d’information
notices-kind-newsletters-sub = Messages de l’administration aux membres
letter-newsletter-subject = { $exchange } : { $title }
letter-newsletter = { $exchange } vous écrit :
log-newsletter-sent = Lettre d’information envoyée à { $value } : { $subject }
server-job-newsletter = Une lettre d’information
