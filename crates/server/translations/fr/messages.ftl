# Messages entre membres.

frame-messages = Messages
frame-unread = { $count ->
    [one] { $count } conversation avec du nouveau
   *[other] { $count } conversations avec du nouveau
}
messages-empty = Ici se trouve ce que les autres membres et vous vous écrivez. Ouvrez la page de quelqu’un, ou une offre, et écrivez-lui.
messages-empty-people = Trouver quelqu’un
messages-you = Vous :
messages-new = Nouveau
messages-write-to = Écrire à { $name }
messages-trade-no-words = Un échange
messages-muted = sans courriels
messages-mute = Arrêter les courriels
messages-unmute = À nouveau des courriels
messages-muted-lead = Vous ne recevez pas de courriels de cette conversation. Ce qui s’écrit se trouve ici tout de même.
notice-messages-muted = Plus de courriels de cette conversation désormais.
notice-messages-unmuted = Vous recevez à nouveau des courriels de cette conversation.
messages-earlier = Messages précédents
messages-newest = Vers les plus récents
messages-since = Nouveau depuis votre visite
messages-kept = Ce que vous aviez écrit est de nouveau là. Rien n’en a encore été envoyé.
messages-placeholder = Écrivez ici
messages-send = Envoyer
messages-first-hint = Dites qui vous êtes et de quoi il s’agit. Votre adresse reste chez nous : la réponse arrive ici.
field-text = Votre message
error-message-exchange = Cette communauté n’est pas en service. Ce qui est écrit reste ici ; on ne peut rien écrire de nouveau.
error-message-left = Ce membre a quitté la communauté. Ce qui est écrit reste ici ; on ne peut rien écrire de nouveau.
error-message-stopped = L’administration a suspendu le compte de ce membre. Ce qui est écrit reste ici ; on ne peut rien écrire de nouveau pour l’instant.
error-message-closed = Ce membre ne reçoit pas de messages en ce moment. Parlez-lui de vive voix, ou demandez à un administrateur de transmettre.
error-message-unblock = Vous bloquez cette personne, qui ne pourrait pas répondre. Débloquez-la d’abord, sous « Personnes bloquées ».
error-message-self = Ce compte est aussi le vôtre. Écrivez à quelqu’un d’autre.
error-messages-minutes = Vous avez beaucoup écrit en une heure. Vous pourrez continuer dans { $wait } min ; ce que vous avez écrit reste ici.
error-conversations-minutes = Vous avez écrit pour la première fois à beaucoup de personnes. Vous pourrez écrire à la suivante dans { $wait } min ; à celles à qui vous avez déjà écrit, vous pouvez répondre à tout moment.
error-conversations-hours = Vous avez écrit pour la première fois à beaucoup de personnes. Vous pourrez écrire à la suivante dans { $wait } h ; à celles à qui vous avez déjà écrit, vous pouvez répondre à tout moment.

letter-messages-subject = { $writer } vous a écrit
letter-messages = { $writer } vous a écrit dans { $exchange } :
letter-messages-about-subject = { $writer } à propos de « { $title } »
letter-messages-about = { $writer } vous a écrit dans { $exchange } à propos de « { $title } » :
letter-messages-answer = Répondez sur cette page, ou dites-y que vous ne voulez pas de courriels à ce sujet. Une réponse à ce courriel n’arriverait à personne.
notices-kind-messages = Messages
notices-kind-messages-sub = Ce que d’autres membres vous écrivent ; c’est aussitôt dans Messages
unsubscribe-still-messages = Tout reste dans Messages, et vous pouvez y revenir dans vos avis quand vous voulez.
