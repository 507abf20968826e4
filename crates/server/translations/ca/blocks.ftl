# Blocking a member.

blocked-title = Persones blocades
blocked-lead = No et poden escriure i no veuen com trobar-te. Ningú no els ho diu.
blocked-none = No bloques ningú.
block-title = Vols blocar { $name }?
block-means = Què vol dir
block-means-write = { $name } ja no et podrà escriure aquí.
block-means-contact = { $name } ja no veurà el teu telèfon, les teves adreces ni els teus noms en altres llocs.
block-means-untold = Ningú no ho diu a { $name }.
block-means-trades = Els intercanvis entre vosaltres continuen sent possibles, segons les normes de la comunitat. Si s’apunta res que no és així, posa-hi una objecció.
block-means-undo = Ho pots desfer quan vulguis, a «Persones blocades».
block-do = Bloca
block-leave = Deixa-ho com està
unblock-do = Desbloca
member-block = Bloca
member-blocked = Bloques { $name }.
notice-blocked = Blocat. Ningú no li ho diu.
notice-unblocked = Ja no està blocat.
error-block-own = Ningú no es bloca a si mateix.
error-block-administration = No es pot blocar la mateixa comunitat.
more-blocked = Persones blocades
more-blocked-sub = Qui no et pot escriure
