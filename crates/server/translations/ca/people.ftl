# People: the directory, a member's page, one's own page, inviting.

people-title = Gent
people-invite = Convida algú
people-search = Nom o número
people-find = Cerca
people-all = Tothom
people-none = Aquí ningú no té «{ $words }» al nom o al número.
people-empty = Encara no hi ha ningú. Convida la gent amb qui t’agradaria fer intercanvis.
people-record = ha donat { $provided }, ha rebut { $received }
people-new = encara no ha fet cap intercanvi
people-you = tu
people-resting = en pausa

member-since = Aquí des de { $month }
member-kind-shared = Llar
member-kind-organisation = Associació
member-kind-company = Empresa
member-kind-public = Compte obert
member-kind-administration = La mateixa comunitat
member-own = Aquesta és la teva pàgina, tal com la veuen els altres.
member-own-no-words = Encara no has explicat res de tu. Quatre paraules sobre què saps fer ajuden que et vinguin a buscar.
member-edit = Canvia la meva pàgina
member-trade = Anota un intercanvi
member-reach = Com posar-s’hi en contacte
member-no-contact = { $name } no ha deixat aquí ni adreça ni telèfon.
member-record = Historial d’intercanvis
member-above = Fins ara { $name } ha donat més del que ha rebut.
member-below = { $name } ha rebut una mica més del que ha donat. És una promesa als altres.
member-even = { $name } ha donat tant com ha rebut.
member-provided = Ha donat
member-received = Ha rebut
member-trades = { $count ->
    [0] encara res
    [one] 1 intercanvi
   *[other] { $count } intercanvis
}
member-last = Últim intercanvi
member-never = encara cap
member-what-record = Què diu aquest historial?
member-what-record-text = L’historial de cada membre és obert als altres, perquè tothom vegi que la comunitat està en equilibri. No s’hi mostra amb qui ha fet intercanvis { $name }.
member-hidden = En aquesta comunitat els historials no es mostren als altres membres. Aquest el veuen { $name } i qui porta la comunitat.
member-resting = Aquest compte està en pausa. { $name } no participa en intercanvis de moment.
member-suspended = Qui porta la comunitat ha aturat aquest compte. De moment no es poden fer intercanvis amb { $name }.
member-left = { $name } ha deixat la comunitat.
member-keepers = Per a qui porta la comunitat
member-open-statement = El seu extracte
member-open-statement-sub = El pot llegir qualsevol membre
member-statement = Extracte de { $name }
member-administration = Compte i pertinença

profile-title = La meva pàgina
profile-name-hint = Com et coneixen els altres.
profile-about-hint = Què t’agrada fer, què et faria servei, quan tens temps.
profile-place-hint = El poble, el carrer o el barri: el que vulguis explicar.
profile-initials = Inicials
profile-face = Cara dibuixada { $number }
profile-other-faces = Mostra altres cares
profile-save = Desa
profile-leave-as-is = Deixa-ho com està

invite-title = Convida algú
invite-lead = Rebrà una carta teva amb un enllaç que val trenta dies.
invite-email-hint = D’una persona que coneixes.
invite-asks = Amb la teva invitació podrà demanar d’entrar. Després li donarà la benvinguda algú que porta la comunitat.
invite-welcomes = Tu portes aquesta comunitat, així que la teva invitació ja és la benvinguda: en serà membre tan bon punt ompli el formulari.
invite-send = Envia la invitació

field-about = Sobre tu
field-place = Lloc
field-website = Pàgines en un altre lloc
field-portrait = La teva cara

notice-invited = La invitació va de camí.
notice-profile = La teva pàgina ha canviat.
member-listings = Ofereix i busca
