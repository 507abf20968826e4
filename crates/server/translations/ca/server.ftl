# Administració del servidor, i fundar una comunitat.

server-title = Aquest servidor
server-waiting = { $count ->
    [one] 1 comunitat vol obrir
   *[other] { $count } comunitats volen obrir
}
server-nothing-waits = No t’espera cap comunitat.
server-approve = Obrir-la
server-no-exchanges = Encara no hi ha cap comunitat. Crea la primera.
server-members = { $count ->
    [one] 1 membre
   *[other] { $count } membres
}
server-failed = { $count ->
    [0] No ha fallat res
    [one] 1 feina ha quedat sense fer
   *[other] { $count } feines han quedat sense fer
}
server-failed-none = Les cartes i les novetats surten com cal.
server-job-letter = Una carta
server-job-tell = Novetats d’un intercanvi
server-job-picture = Una imatge
server-attempts = { $count ->
    [one] un intent
   *[other] { $count } intents
}
server-retry = Tornar-ho a provar
server-health = Com està
server-payments = Admet intercanvis
server-payments-yes = Sí
server-payments-no = No: mira el registre del programa
server-version = Versió
server-database = Base de dades
server-since = En marxa des de
server-queue = Feines en espera
server-oldest = La propera toca
server-admins = Administració
server-backups = Còpies de seguretat
server-backup-last = Última bona
server-backup-none = encara cap
server-backup-checked = Comprovada
server-backup-size = Mida
server-backup-megabytes = { $size } MB o menys, { $count } files
server-backup-place = On
server-backup-off = Aquí res no fa còpies. Engega el servidor amb --backup-every 24h, o fes-les amb ayni backup.
server-backup-failing = L’última còpia ha fallat i es torna a provar abans d’una hora: { $reason }
server-backup-old = L’última còpia és més vella del que hauria de ser. Mira el registre del programa.
server-decline-title = No obrir aquesta comunitat
server-decline-hint = Qui la funda ho llegirà en una carta. Digues què ajudaria.
server-log-title = Registre del servidor
server-log-none = Encara no s’ha fet res.
notice-exchange-approved = És oberta. Qui l’ha fundada rep una carta.
notice-exchange-declined = No s’obre. Qui l’ha fundada rep una carta amb les teves paraules.
notice-job-queued = Es torna a provar de seguida.

found-title = Fundar una comunitat
found-lead = Veïnes i veïns que fan coses els uns pels altres i en porten el compte junts. Explica’ns la vostra; qui porta aquest servidor se la mira i l’obre.
field-code = Quatre lletres o xifres
found-code-hint = Hi comença cada número de compte, com MARL a MARL0001. Queden per sempre.
found-part-count = Com compteu
found-part-terms = El que accepta qui arriba
found-shape = Què és?
found-shape-community = Crèdit mutu
found-shape-community-sub = Com una LETS: cada cosa té el seu preu en una unitat pròpia.
found-shape-time-bank = Banc de temps
found-shape-time-bank-sub = Una hora és una hora, s’hi faci el que s’hi faci.
field-unit = En què compteu?
found-unit-hours = Hores i minuts
found-unit-hours-sub = Es veu com 1:30 i es compta per minuts. El més natural per a un banc de temps.
found-unit-own = Una unitat pròpia
found-unit-own-sub = Amb el nom que li poseu a sota.
field-decimals = Decimals
found-decimals-hint = Amb quina finor es compta. Queda per sempre.
field-per_hour = Quantes fan una hora de feina?
found-per-hour-hint = Per exemple 12. D’aquí surten els primers límits, i permet comparar comunitats.
found-floor = Quina fermesa té el primer límit?
found-floor-hint = Qui arriba pot baixar de zero unes dotze hores. Es pot canviar després.
found-button = Demanar que s’obri
found-asked = Demanat
found-waits = Gràcies. Qui porta aquest servidor s’ho mirarà, i rebràs una carta.
found-active = És oberta, i tu l’administres.
found-declined = No s’ha obert en aquest servidor.
found-go = Anar a { $name }
