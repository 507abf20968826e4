# Blocking a member.

blocked-title = Personnes bloquées
blocked-lead = Elles ne peuvent pas vous écrire et ne voient pas comment vous joindre. Personne ne le leur dit.
blocked-none = Vous ne bloquez personne.
block-title = Bloquer { $name } ?
block-means = Ce que cela veut dire
block-means-write = { $name } ne pourra plus vous écrire ici.
block-means-contact = { $name } ne verra plus votre téléphone, vos adresses ni vos noms ailleurs.
block-means-untold = Personne ne le dit à { $name }.
block-means-trades = Les échanges entre vous restent possibles, selon les règles de la communauté. Si quelque chose d’inexact est noté, contestez-le.
block-means-undo = Vous pouvez revenir dessus à tout moment, sous « Personnes bloquées ».
block-do = Bloquer
block-leave = Laisser comme c’est
unblock-do = Débloquer
member-block = Bloquer
member-blocked = Vous bloquez { $name }.
notice-blocked = Bloqué. Personne n’est prévenu.
notice-unblocked = Vous ne bloquez plus cette personne.
error-block-own = On ne se bloque pas soi-même.
error-block-administration = La communauté elle-même ne peut pas être bloquée.
more-blocked = Personnes bloquées
more-blocked-sub = Qui ne peut pas vous écrire
