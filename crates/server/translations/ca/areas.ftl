# The parts of an exchange.

field-area = Zona
area-none = Cap
areas-by = Per zona
people-none-there = Aquí no s’hi troba ningú.
admin-areas = Zones
admin-areas-sub = Els barris, pobles o valls que els membres trien
admin-areas-lead = Els membres en trien una per a la seva pàgina. La gent i el mercat es poden mirar per zona.
admin-areas-none = No hi ha zones. Una comunitat petita no en necessita.
admin-area-new = Afegeix una zona
admin-area-title = Una zona
admin-area-retire-hint = Qui hi és s’hi queda; ningú més no la pot triar.
error-area-taken = Ja hi ha una zona amb aquest nom.
error-too-many-areas = No hi caben més de { $max } zones.
log-area-added = Zona afegida: { $subject }
log-area-edited = Zona canviada: { $subject }
log-area-retired = Zona retirada: { $subject }
