# Administració d'una comunitat: gent, intercanvis, objeccions, ajustos, el registre.

admin-title = Administració
admin-waits = El que espera
admin-nothing-waits = No espera res. Tot està respost.
admin-applicants = { $count ->
    [one] 1 persona vol entrar
   *[other] { $count } persones volen entrar
}
admin-applicants-sub = Dona’ls la benvinguda, o digues per què ara no
admin-objections = { $count ->
    [one] Algú diu que 1 intercanvi no està bé
   *[other] Algú diu que { $count } intercanvis no estan bé
}
admin-objections-sub = Escolta les dues parts i decideix
admin-requests = { $count ->
    [one] 1 petició espera resposta
   *[other] { $count } peticions esperen resposta
}
admin-requests-sub = Pots acceptar per qui no pot fer-ho
admin-people = { $count ->
    [one] 1 membre
   *[other] { $count } membres
}
admin-people-sub = Límits, bloquejos, tasques, i qui fa temps que no apareix
admin-trades = Intercanvis
admin-trades-sub = Tot el que s’ha anotat, el més nou primer
admin-rules = Normes
admin-rules-sub = Aportació, límits, qui pot anotar: en preguntes
admin-settings = Nom, paraules i aspecte
admin-settings-sub = El que la comunitat diu d’ella mateixa, les condicions, el color
admin-log = El registre
admin-log-sub = Qui ha canviat què, quan i per què
admin-invite = Convidar
admin-add = Afegir a mà
admin-save = Desar
admin-leave = Deixar-ho com està
admin-effect = Què fa això
admin-reason-hint = Queda al registre, amb el teu nom.
field-reason = Per què?
admin-about = Sobre aquesta persona

admin-waiting-title = Volen entrar
admin-waiting-none = Ningú no espera per entrar. Convida algú que coneguis.
admin-waiting-invited = Amb invitació d’un membre
admin-welcome = Donar la benvinguda a { $name }
admin-not-now = Ara no
admin-decline-title = Ara no
admin-decline-lead = { $name } rebrà una carta amb el que escriguis aquí.
admin-decline-hint = Una o dues frases amables; digues què ajudaria.
admin-decline = Enviar i no acceptar
notice-welcomed = Benvinguda donada. Rebrà una carta amb el seu número.
notice-declined = No acceptada. Rebrà una carta amb les teves paraules.

kind-individual = Una persona
kind-shared = Llar
kind-organisation = Associació
kind-company = Empresa
kind-public = Compte obert, amb un extracte que pot llegir qualsevol membre

admin-people-title = Gent
admin-find = Nom o número
admin-find-button = Cercar
admin-among = Mostrar
admin-among-all = Tothom
admin-among-near = Prop d’un límit
admin-among-quiet = 3 mesos sense intercanvis
admin-among-suspended = En suspens
admin-among-locked = Bloquejats
admin-people-none = No hi ha ningú així.
admin-people-all = Mostrar tothom
admin-people-caption = Membres per nom
admin-col-member = Membre
admin-col-standing = Saldo, { $unit }
admin-col-last = Últim intercanvi
admin-never = mai
admin-tag-suspended = En suspens
admin-tag-resting = Descansa
admin-tag-closed = Tancat
admin-tag-locked = Bloquejat
admin-tag-floor = Prop del mínim
admin-tag-ceiling = Prop del màxim
admin-tag-new = Encara sense intercanvis
admin-stands-at = { $name } és a { $amount }
admin-provided = Ha donat
admin-received = Ha rebut
admin-trade-count = { $count ->
    [one] 1 intercanvi
   *[other] { $count } intercanvis
}
admin-joined = Membre des de
admin-public-page = Com la veuen els membres
admin-history = El que s’ha fet amb aquest compte
admin-changes = El que pots canviar

admin-do-profile = Editar la pàgina de { $name }
admin-do-profile-sub = Nom, lloc, com posar-s’hi en contacte
admin-profile-lead = El que els membres llegeixen de { $name }. Que ho has canviat queda al registre.
admin-do-limits = Límits de { $name }
admin-do-limits-sub = Quant per sota i per sobre de zero
admin-do-switches = El que { $name } pot fer pel seu compte
admin-do-switches-sub = On difereix dels altres
admin-switches-lead = Deixa una resposta en «com tothom» i { $name } seguirà les normes de la comunitat.
admin-do-keys = Qui porta el compte de { $name }
admin-do-keys-sub = Accessos, coordinació, administració
admin-do-lock = Bloquejar el compte de { $name }
admin-do-lock-sub = { $name } pot oferir coses, però no pagar.
admin-effect-lock =
    { $name } pot continuar oferint coses i se li abonen.
    { $name } no pot pagar res fins que treguis el bloqueig. No canvia res del que compta.
admin-do-unlock = Treure el bloqueig de { $name }
admin-do-unlock-sub = { $name } pot tornar a pagar.
admin-effect-unlock = Des d’ara { $name } pot tornar a donar unitats, dins dels límits.
admin-do-rest = Deixar descansar el compte de { $name }
admin-do-rest-sub = Per a una absència; { $name } també el pot despertar.
admin-effect-rest =
    Ningú no pot fer intercanvis amb { $name } mentre el compte descansa. El saldo es queda.
    { $name } o l’administració el poden despertar quan vulguin.
admin-do-wake = Despertar el compte de { $name }
admin-do-wake-sub = { $name } torna a participar.
admin-effect-wake = Des d’ara { $name } pot fer intercanvis com abans.
admin-do-suspend = Suspendre { $name }
admin-do-suspend-sub = Ho atura tot; només l’administració ho aixeca.
admin-effect-suspend =
    { $name } pot entrar i llegir, però ni donar ni rebre.
    Les peticions que esperen es queden com estan. Només l’administració ho aixeca.
admin-do-lift = Aixecar la suspensió de { $name }
admin-do-lift-sub = { $name } torna a participar.
admin-effect-lift = Des d’ara { $name } pot fer intercanvis com abans.
admin-do-close = Acabar la participació de { $name }
admin-do-close-sub = Per sempre; el compte ha d’estar a zero.
admin-effect-close =
    El compte es tanca per sempre i el número no es torna a donar. El que s’ha intercanviat queda als llibres.
    Només és possible amb saldo zero. { $name } rep una carta amb el motiu.

admin-keys-lead = Aquestes persones entren i actuen per aquest compte.
admin-keys-no-email = Sense correu; entra amb el número del compte
admin-keys-since = Des de
admin-keys-none = Ningú no porta aquest compte. La coordinació n’anota els intercanvis.
admin-keys-invite = Enviar una carta
admin-keys-invite-hint = Qui obri l’enllaç de la carta portarà el compte des d’aleshores.
admin-keys-tasks = Qui coordina veu i anota intercanvis de qualsevol membre. Qui administra fa tot el d’aquestes pàgines i porta el compte propi de la comunitat.
admin-give-coordinator = Fer-ne coordinador o coordinadora
admin-take-coordinator = Ja no coordina
admin-give-admin = Fer-ne administrador o administradora
admin-take-admin = Ja no administra
admin-remove-operator = { $name } ja no porta aquest compte
role-coordinator = Coordinació
role-admin = Administració

switch-pays = Pot { $name } pagar al moment?
switch-records = Pot { $name } anotar el que dona, comptant al moment?
switch-requests = Pot { $name } enviar peticions?
switch-acceptance = Què passa amb les peticions que arriben a { $name }?
switch-as-all = Com tothom
switch-yes = Sí
switch-no = No
switch-list = S’accepten al moment les de qui ha triat

admin-add-title = Afegir algú
admin-add-lead = Per a qui tens al davant. El compte s’obre al moment.
admin-add-kind = Qui és?
admin-entrance = Com arribarà al seu compte?
admin-entrance-letter = Per correu electrònic
admin-entrance-letter-sub = Rep una carta amb un enllaç i tria la contrasenya.
admin-entrance-number = Amb el número i una primera contrasenya
admin-entrance-number-sub = Per a qui no té correu: escriu-li totes dues coses en un paper.
admin-entrance-none = De cap manera
admin-entrance-none-sub = La coordinació n’anota els intercanvis, en paper o per telèfon.
field-login_email = Correu per entrar
admin-login-email-hint = Només per a la primera resposta. Els membres no el veuen.
admin-first-password = Primera contrasenya
admin-first-password-hint = Només per a la segona resposta. La podrà canviar després.
admin-add-button = Afegir i donar la benvinguda
notice-added = Afegida. Aquest és el seu compte.
notice-letter-sent = La carta va de camí.

admin-trades-title = Intercanvis
admin-trades-journal = Tots
admin-trades-waiting = En espera
admin-trades-none = Encara no hi ha intercanvis.
admin-trades-none-waiting = No espera cap petició.
admin-trades-caption = Intercanvis, el més nou primer
admin-col-trade = Qui a qui
admin-col-when = Quan
admin-trade-line = { $giver } a { $receiver }
admin-tag-reversal = Devolució
admin-tag-replacement = Correcció
admin-tag-reversed = Retornat
admin-tag-objection = Objecció

admin-objections-title = Objeccions
admin-objections-none = Ningú no posa cap objecció.
admin-objects = { $name } diu:
admin-traded = Intercanvi:
admin-let-stand = Es queda així
admin-reverse = Desfer-lo
admin-see-trade = Veure l’intercanvi
admin-stands-title = L’intercanvi es queda
admin-stands-lead = Les dues parts llegiran el que escriguis aquí.
admin-stands-hint = El que t’han explicat totes dues, i per què es queda.
notice-stands = Es queda. Les dues parts reben avís.

admin-settings-title = Nom, paraules i aspecte
admin-terms-title = Condicions
admin-terms-lead = Qui arriba les accepta. Quan canvien, es torna a preguntar als membres.
admin-terms-hint = Curtes i amb paraules planeres. Pot quedar buit.
exchange-part-itself = La vostra comunitat
exchange-part-where = Lloc, llengua i color
exchange-part-ways = Paraules, i qui hi pot entrar
field-exchange-name = Nom de la comunitat
field-tagline = En una línia
exchange-tagline-hint = Per exemple: Veïnes i veïns de la vall
field-exchange-about = Sobre la comunitat
exchange-about-hint = Qui sou, des de quan, què feu els uns pels altres. Ho pot llegir tothom.
field-exchange-place = Poble o barri
field-country = País
exchange-country-hint = Dues lletres, com ES o AD
field-time_zone = Zona horària
field-colour = El vostre color
exchange-colour-hint = Qualsevol color. Ens ocupem que el text es llegeixi bé.
field-contact = Com contactar amb l’administració
exchange-contact-hint = Ho veu tothom: una adreça, un telèfon, quan us reuniu.
exchange-words = Quines paraules feu servir?
exchange-words-community = «He donat», «He rebut»
exchange-words-community-sub = Paraules planeres, de veïnat
exchange-words-bank = «M’han pagat», «Pagar»
exchange-words-bank-sub = Per a comunitats que prefereixen paraules de banc
exchange-joining = Qui pot demanar d’entrar?
exchange-joining-open = Qualsevol
exchange-joining-open-sub = Tu dones la benvinguda a cada persona.
exchange-joining-invited = Qui tingui invitació
exchange-joining-invited-sub = D’un membre o de l’administració.
exchange-joining-closed = Ningú, de moment
exchange-joining-closed-sub = La pàgina ho diu.

admin-log-title = El registre
admin-log-lead = Res del que hi ha aquí es pot canviar ni esborrar.
log-server = El servidor
log-other = { $act }: { $subject }
log-rules = Han canviat les normes: { $parts }
log-rules-first = les primeres normes
log-rules-open = si hi ha intercanvis
log-rules-unit = la unitat
log-rules-levy = l’aportació
log-rules-recording = qui pot anotar
log-rules-acceptance = com s’accepten les peticions
log-rules-days = els terminis per corregir
log-rules-floor = el mínim de qui arriba
log-rules-ceiling = el màxim de qui arriba
log-rules-records = qui veu els saldos
log-account-opened = Compte { $number } obert per a { $name }
log-state-active = { $name } torna a participar
log-state-disabled = El compte de { $name } descansa
log-state-suspended = { $name } ha quedat en suspens
log-state-closed = S’ha tancat el compte de { $name }
log-locked = S’ha bloquejat el compte de { $name }
log-unlocked = S’ha tret el bloqueig de { $name }
log-limits = Límits de { $name }: mínim { $floor }, màxim { $ceiling }
log-switches = Ha canviat el que { $name } pot fer pel seu compte
log-hold = Apartades { $amount } de { $name }
log-hold-ended = El que s’havia apartat de { $name } torna a ser lliure
log-member-welcomed = Benvinguda a { $subject }, amb el número { $value }
log-member-declined = { $subject } no ha estat acceptada
log-membership-ended = S’ha acabat la participació de { $subject }
log-member-left = { $subject } ha marxat
log-profile-edited = S’ha editat la pàgina de { $subject }
log-invited = Invitació per a { $subject }
log-invitation-revoked = S’ha retirat la invitació per a { $subject }
log-operator-added = { $value } porta el compte de { $subject }
log-operator-removed = { $value } ja no porta el compte de { $subject }
log-role-given = { $subject } té ara la tasca: { $value }
log-role-taken = { $subject } ja no té la tasca: { $value }
log-exchange-edited = S’ha editat el que { $subject } diu d’ella mateixa
log-terms-changed = Les condicions han passat a la versió { $value }
log-exchange-founded = { $subject } demana d’obrir
log-exchange-approved = S’ha obert { $subject }
log-exchange-declined = No s’ha obert { $subject }
log-server-admin-added = { $subject } administra el servidor
log-server-admin-removed = { $subject } ja no administra el servidor
log-job-retried = La feina { $subject } es torna a provar
admin-market = El mercat
admin-market-sub = Les categories, i què poden ser les ofertes i demandes
admin-market-title = El mercat
admin-market-bounds = Què es pot oferir i buscar
admin-market-days = Quant de temps com a màxim?
admin-market-days-unit = dies
admin-market-days-hint = Després es renova amb un toc, o deixa de mostrar-se. El que ja hi és conserva la data.
admin-market-endless = També pot quedar sense data de fi
admin-market-endless-hint = Llavors el mercat s’omple a poc a poc del que ja ningú no ofereix.
admin-market-sight = A qui es pot mostrar?
admin-market-sight-exchange-sub = Qui visita no veu res del mercat
admin-market-sight-everyone-sub = Si qui ho publica vol; qui visita no veu noms
admin-categories = Categories
admin-category-new = Afegeix una categoria
admin-category-title = Una categoria
admin-category-retired = Retirada
admin-category-name-hint = Buit: «{ $name }», i la traducció per als altres.
admin-category-parent = Part de
admin-category-none = Cap: va sola
admin-category-icon = La seva icona
admin-category-retire = Retira-la
admin-category-retire-hint = El que conté es queda; no hi entra res de nou.
admin-category-up = Més amunt
admin-category-down = Més avall
log-market-changed = Ha canviat què poden ser les ofertes i demandes
log-category-added = Categoria afegida: { $subject }
log-category-edited = Categoria canviada: { $subject }
log-category-retired = Categoria retirada: { $subject }
log-listing-stopped = Amagat al mercat: { $subject }
log-listing-released = Es torna a mostrar al mercat: { $subject }
