# The parts of an exchange.

field-area = Area
area-none = None
areas-by = By area
people-none-there = Nobody found here.
admin-areas = Areas
admin-areas-sub = The quarters, villages or valleys that members choose from
admin-areas-lead = Members choose one for their page. People and the market can be looked at by area.
admin-areas-none = There are no areas. A small exchange needs none.
admin-area-new = Add an area
admin-area-title = An area
admin-area-retire-hint = Who is in it stays; nobody else can choose it.
error-area-taken = There is an area of this name already.
error-too-many-areas = More than { $max } areas do not fit.
log-area-added = Area added: { $subject }
log-area-edited = Area changed: { $subject }
log-area-retired = Area retired: { $subject }
