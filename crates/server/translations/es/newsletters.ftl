# Newsletters: writing to members, and how far it is.

admin-newsletters = Boletines
admin-newsletters-sub = Escribir a todo el mundo, o a una parte
newsletters-title = Boletines
newsletters-none = Todavía no se ha escrito nada. Escribe a todo el mundo, o a quienes hace tiempo que no intercambian.
newsletter-new = Escribir uno
newsletter-new-title = Escribir a los miembros
newsletter-to-everybody = Todo el mundo
newsletter-to-area = Quienes están en una zona
newsletter-to-trading = Quienes han intercambiado hace poco
newsletter-to-idle = Quienes hace tiempo que no intercambian
newsletter-to-below-zero = Quienes están por debajo de cero
field-audience = ¿A quién?
newsletter-choose-area = Elige una zona
field-months = ¿En cuántos meses?
newsletter-months = meses
newsletter-months-hint = Cuenta para quienes han intercambiado hace poco, o no.
newsletter-body = El correo
newsletter-will-go = { $count ->
    [0] No iría a nadie.
    [one] Va a 1 persona. Quien no quiere boletines lo encuentra solo en sus avisos.
   *[other] Va a { $count } personas. Quien no quiere boletines lo encuentra solo en sus avisos.
}
newsletter-send = Enviárselo
newsletter-test = Enviármelo solo a mí
newsletter-under-way = En camino
newsletter-sending = { $count } de { $total } hasta ahora
newsletter-sent = Enviado a { $count } personas
newsletter-leave = Puedes salir de esta página: sigue por sí solo.
newsletter-look-again = Mirar otra vez
notice-newsletter-tested = Va de camino, solo para ti.
error-newsletter-months = Escribe un número de meses de 1 a { $max }.
error-newsletter-nobody = Nadie pertenece a este grupo. Elige otro.
error-newsletter-no-address = No consta ninguna dirección tuya. Pon una antes en tus ajustes.
notices-kind-newsletters = Boletines
notices-kind-newsletters-sub = Correos de la administración a los miembros
letter-newsletter-subject = { $exchange }: { $title }
letter-newsletter = { $exchange } te escribe:
log-newsletter-sent = Boletín enviado a { $value }: { $subject }
server-job-newsletter = Un boletín
