# Blocking a member.

blocked-title = Personas bloqueadas
blocked-lead = No pueden escribirte y no ven cómo encontrarte. Nadie se lo dice.
blocked-none = No bloqueas a nadie.
block-title = ¿Bloquear a { $name }?
block-means = Qué significa
block-means-write = { $name } ya no podrá escribirte aquí.
block-means-contact = { $name } ya no verá tu teléfono, tus direcciones ni tus nombres en otros sitios.
block-means-untold = Nadie se lo dice a { $name }.
block-means-trades = Los intercambios entre vosotros siguen siendo posibles, según las reglas de la comunidad. Si se apunta algo que no es así, pon un reparo.
block-means-undo = Puedes deshacerlo cuando quieras, en «Personas bloqueadas».
block-do = Bloquear
block-leave = Dejarlo como está
unblock-do = Desbloquear
member-block = Bloquear
member-blocked = Bloqueas a { $name }.
notice-blocked = Bloqueado. Nadie se lo dice.
notice-unblocked = Ya no está bloqueado.
error-block-own = Nadie se bloquea a sí mismo.
error-block-administration = No se puede bloquear a la propia comunidad.
more-blocked = Personas bloqueadas
more-blocked-sub = Quién no puede escribirte
