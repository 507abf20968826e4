# The parts of an exchange.

field-area = Zona
area-none = Nenhuma
areas-by = Por zona
people-none-there = Não se encontrou ninguém aqui.
admin-areas = Zonas
admin-areas-sub = Os bairros, aldeias ou vales que os membros escolhem
admin-areas-lead = Os membros escolhem uma para a sua página. As pessoas e o mercado podem ver-se por zona.
admin-areas-none = Não há zonas. Uma comunidade pequena não precisa delas.
admin-area-new = Acrescentar uma zona
admin-area-title = Uma zona
admin-area-retire-hint = Quem está nela fica; mais ninguém a pode escolher.
error-area-taken = Já há uma zona com este nome.
error-too-many-areas = Não cabem mais de { $max } zonas.
log-area-added = Zona acrescentada: { $subject }
log-area-edited = Zona mudada: { $subject }
log-area-retired = Zona retirada: { $subject }
