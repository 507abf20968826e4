# Molts intercanvis alhora: la llista, què en passaria, què n’ha passat.

many-title = Molts alhora
many-lead = Escriu les línies d’un full o enganxa una taula. Veuràs què passa amb cada línia abans que s’anoti res.
many-for = De qui són aquests intercanvis?
many-for-others = D’altres persones
many-for-others-sub = Es veu que els has anotat tu
many-for-me = Meus
many-for-me-sub = { $number } és a cada un
many-own-number = El teu número és { $number }. Ets a cada intercanvi: has donat o has rebut.
many-typed = Línia a línia
many-typed-hint = Els números de compte poden ser curts: 27 per al que acaba en 0027. Deixa el dia buit si és avui.
many-payee = Qui ha donat
many-payer = Qui ha rebut
many-amount = Quant
many-amount-in = Quant, en { $unit }
many-description = Què va ser
many-date = Dia
many-more = Més línies
many-table = Enganxa una taula o tria un fitxer
field-table = Taula
many-table-hint = Copiada d’un full de càlcul o escrita amb punts i comes: pagador, venedor, import, descripció, data. Paga qui ha rebut alguna cosa. Si la primera línia porta aquests noms, l’ordre és igual.
many-file = O un fitxer
many-file-hint = CSV, com a molt 500 línies.
many-look = Mira-ho primer
many-look-title = Està bé així?
many-look-lead = { $count ->
    [0] Encara no es pot anotar cap d’aquestes línies.
    [one] Una línia està bé, { $amount }.
   *[other] { $count } línies estan bé, en total { $amount }.
}
many-look-bad = { $count ->
    [one] Una no es pot anotar així.
   *[other] { $count } no es poden anotar així.
}
many-changed = Alguna cosa ha canviat des que ho vas mirar, i per això no s’ha anotat res. Ara està així.
many-caption = Les línies i què passa amb cada una
many-who-title = Qui amb qui
many-who = { $giver } ha donat a { $taker }
many-outcome = Què en passa
many-counts = Compta de seguida
many-waits = Es pregunta primer a { $name }
many-left-out = Es deixa fora
many-unknown = No hi hem arribat a temps. Torna a enviar la llista: el que ja està anotat no s’anota dues vegades.
many-post = { $count ->
    [one] Anota aquest intercanvi
   *[other] Anota aquests { $count } intercanvis
}
many-change = Canvia alguna cosa
many-done-title = Anotat
many-done-lead = { $count ->
    [0] No s’ha anotat res.
    [one] S’ha anotat un intercanvi, { $amount }.
   *[other] S’han anotat { $count } intercanvis, en total { $amount }.
}
many-done-bad = { $count ->
    [one] Una línia no.
   *[other] { $count } línies no.
}
many-again = Una altra llista
error-many-empty = Encara no hi ha cap línia. Escriu-ne una o enganxa una taula.
error-many-too-long = Són massa línies: com a molt { $max }. Divideix la llista.
error-many-too-big = El fitxer és massa gran: com a molt { $max }. Divideix la llista.
error-many-columns = La taula necessita pagador, venedor i import, en aquest ordre o amb nom a la primera línia.
