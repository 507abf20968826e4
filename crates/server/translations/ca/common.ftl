# Words of the frame, of time and of lists, on every page.

time-just-now = ara mateix
time-minutes-ago = { $count ->
    [one] fa 1 minut
   *[other] fa { $count } minuts
}
time-today = avui, { $time }
time-yesterday = ahir, { $time }
time-tomorrow = demà, { $time }
frame-skip = Vés al contingut
frame-back = Enrere
frame-places = Llocs
frame-home = Inici
frame-statement = Extracte
frame-market = Mercat
frame-trade = Anotar
frame-more = Més
frame-waiting = { $count ->
    [one] 1 cosa t’espera
   *[other] { $count } coses t’esperen
}
frame-account-of = El teu compte: { $name }
frame-my-page = La meva pàgina
frame-settings = Configuració
frame-sign-in = Entra
frame-sign-out = Surt
frame-language = Llengua
frame-exchanges = Comunitats
frame-found = Crea’n una on vius
frame-free-software = Programari lliure, AGPL 3.0
frame-demo-label = Demostració
frame-demo = <b>Això és una demostració.</b> Tota la gent, les comunitats i els intercanvis són inventats.
list-more = Mostra’n més
form-errors = { $count ->
    [one] Hi ha una cosa per corregir
   *[other] Hi ha { $count } coses per corregir
}
offline-title = Sense connexió
offline-lead = Aquesta pàgina necessita connexió i ara no n’hi ha. No es perd res: torna-ho a provar quan en tinguis.
offline-open = Obre l’últim extracte que vas veure
offline-again = Torna-ho a provar

scale-my-floor = Pots baixar fins a
scale-floor = Pot baixar fins a
scale-ceiling = i pujar fins a
scale-no-floor = sense límit
scale-no-ceiling = sense límit
