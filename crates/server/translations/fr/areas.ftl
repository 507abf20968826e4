# The parts of an exchange.

field-area = Secteur
area-none = Aucun
areas-by = Par secteur
people-none-there = Personne n’a été trouvé ici.
admin-areas = Secteurs
admin-areas-sub = Les quartiers, villages ou vallées que les membres choisissent
admin-areas-lead = Les membres en choisissent un pour leur page. On peut regarder les membres et le marché par secteur.
admin-areas-none = Il n’y a pas de secteurs. Une petite communauté n’en a pas besoin.
admin-area-new = Ajouter un secteur
admin-area-title = Un secteur
admin-area-retire-hint = Qui y est y reste ; personne d’autre ne peut le choisir.
error-area-taken = Un secteur porte déjà ce nom.
error-too-many-areas = Il n’y a pas de place pour plus de { $max } secteurs.
log-area-added = Secteur ajouté : { $subject }
log-area-edited = Secteur modifié : { $subject }
log-area-retired = Secteur retiré : { $subject }
