# Notifications: the inbox, what is told by mail and when, and the links that stop letters.

frame-notices = { $count ->
    [0] Avis : rien de nouveau
    [one] Avis : 1 nouveau
   *[other] Avis : { $count } nouveaux
}
notices-title = Avis
notices-new = Nouveaux
notices-unread = Nouveau
notices-earlier = Plus anciens
notices-nothing-new = Rien de nouveau. Ce qui arrive à vos échanges, offres et demandes sera ici.
notices-read-all = J’ai tout vu
notices-more-unread = { $count ->
    [one] Il en reste un à lire ; il sera ici quand ceux-ci seront lus.
   *[other] Il en reste { $count } à lire ; ils seront ici quand ceux-ci seront lus.
}
notices-settings = Ce qu’on vous dit, et quand
notices-settings-short = Réglages
notices-settings-sub = Messages, appareils, heures calmes
notices-settings-lead = Tout est aussitôt dans vos avis. Choisissez ici ce qui vient aussi par courriel ou se montre sur vos appareils.
notices-by-mail = Par courriel
notices-no-address = On ne connaît aucune adresse de vous, il n’y a donc pas de messages. Donnez-en une dans vos réglages.
notices-to-address = Les messages vont à { $address }.
notices-quiet = Heures calmes
notices-quiet-wish = Pas de messages, et rien sur les appareils, à ces heures
notices-quiet-hint = Ce qui arrive entre-temps vient en une fois quand elles finissent. Les messages sur votre mot de passe et votre connexion viennent toujours aussitôt.
field-quiet_from = De
field-quiet_until = À
error-time = Écrivez une heure comme 22:00.
error-quiet-whole-day = Choisissez une fin qui ne soit pas le début.
notices-kind-requests = Quelqu’un vous demande un paiement
notices-kind-requests-sub = Cela attend votre réponse
notices-kind-trades = Vos échanges
notices-kind-trades-sub = Quelqu’un a payé, accepté, refusé, corrigé ou contesté
notices-kind-listings = Vos offres et demandes
notices-kind-listings-sub = Elles finissent bientôt, ont fini ou ont été masquées
notices-kind-membership = Votre adhésion
notices-kind-membership-sub = On vous a souhaité la bienvenue, ou vous avez une nouvelle tâche
notices-kind-administration = Ce qui attend l’administration
notices-kind-administration-sub = Quelqu’un veut entrer, ou conteste un échange

unsubscribe-title = Plus de messages de ce genre ?
unsubscribe-lead = Vous ne recevrez plus de messages à propos de : <b>{ $kind }</b>.
unsubscribe-done-title = C’est fait
unsubscribe-done = Il n’y aura plus de messages à propos de : <b>{ $kind }</b>.
unsubscribe-still = Tout reste dans vos avis, et vous pouvez y revenir quand vous voulez.
unsubscribe-do = Plus de messages à ce propos

letter-several-subject = { $count } choses sont arrivées
letter-several = Voici ce qui est arrivé depuis le dernier message :
letter-several-more-subject = { $count } choses sont arrivées
letter-several-more = Voici les { $shown } premières choses arrivées depuis le dernier message ; le reste est dans vos avis :
letter-open = Ouvrir
letter-stop = Plus de messages de ce genre
