# Home: where a member stands, what waits, what is new; and the page of what waits.

home-standing = El teu saldo, { $name }
home-standing-new = Comences a zero. Pots rebre alguna cosa abans d’haver donat res: en això ens refiem els uns dels altres.
home-standing-zero = Has donat tant com has rebut.
home-standing-above = Has donat més del que has rebut. Hi ha qui faria alguna cosa per tu de bon grat.
home-standing-little-below = Has rebut una mica més del que has donat. És una promesa, i tens temps de sobres per complir-la.
home-standing-below = Has rebut més del que has donat. És una promesa; el pròxim que donis t’acosta a zero.
home-standing-near-floor = Has rebut força més del que has donat. Mira què necessita la gent: cada cosa que dones compleix una part de la teva promesa.
home-locked = Ara mateix el teu compte pot rebre però no donar. Qui porta la comunitat et pot dir per què.
home-suspended = Ara mateix el teu compte està aturat. Qui porta la comunitat et pot dir per què.
home-resting = El teu compte reposa. El pots despertar a la configuració.
home-closed = El teu compte està tancat.
home-waits = T’espera
home-waits-for-others = Espera altres persones
home-all = Tot
home-sent = { $count ->
    [one] 1 petició teva espera resposta.
   *[other] { $count } peticions teves esperen resposta.
}
home-news = Des de l’última visita
home-seen = Vist
home-recent = Últims intercanvis
home-empty = Aquí encara no hi ha res. Mira qui hi ha, demana alguna cosa a algú o ofereix la teva ajuda.
home-empty-people = Mira qui hi ha
home-row-provided = Donat a { $name }
home-row-received = Rebut de { $name }
home-row-reversed = Amb { $name }, retornat
home-row-reversal = Retorn, amb { $name }
home-do-trade = Anota un intercanvi
home-do-trade-sub = El que has donat o rebut
home-do-people = Troba algú
home-do-people-sub = Qui hi ha, i com posar-s’hi en contacte
home-do-exchange = La comunitat
home-do-exchange-sub = Les seves regles en paraules senzilles, i els seus números

news-gave-you = { $name } t’ha donat { $amount } per «{ $what }»
news-provided-you = { $name } ha anotat el que vas rebre: «{ $what }», { $amount }
news-reversed = S’ha retornat un intercanvi amb { $name }: { $amount }
news-corrected = S’ha corregit un intercanvi amb { $name }: «{ $what }», { $amount }
news-keyed = Anotat per { $name }

ask-question = { $name } t’ha donat «{ $what }»?
ask-detail = Demana { $amount } a canvi, { $ago }
ask-accept = Sí, accepta
ask-decline = Alguna cosa no va bé
waiting-title = El que espera
waiting-to-answer = T’espera
waiting-nothing = No hi ha res que t’esperi.
waiting-sent = Enviat per tu
waiting-sent-nothing = No tens peticions a l’espera d’altres.
home-market = Nou al mercat
