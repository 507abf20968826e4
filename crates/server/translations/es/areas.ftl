# The parts of an exchange.

field-area = Zona
area-none = Ninguna
areas-by = Por zona
people-none-there = Aquí no se encuentra a nadie.
admin-areas = Zonas
admin-areas-sub = Los barrios, pueblos o valles que los miembros eligen
admin-areas-lead = Los miembros eligen una para su página. La gente y el mercado se pueden mirar por zona.
admin-areas-none = No hay zonas. Una comunidad pequeña no las necesita.
admin-area-new = Añadir una zona
admin-area-title = Una zona
admin-area-retire-hint = Quien está en ella se queda; nadie más puede elegirla.
error-area-taken = Ya hay una zona con este nombre.
error-too-many-areas = No caben más de { $max } zonas.
log-area-added = Zona añadida: { $subject }
log-area-edited = Zona cambiada: { $subject }
log-area-retired = Zona retirada: { $subject }
