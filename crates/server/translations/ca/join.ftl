# Joining an exchange, and operating an account with others.

join-title = Entra a { $exchange }
join-invited-by = { $name } et convida.
join-means = Què significa
join-means-trade = Tu fas alguna cosa per algú d’aquí i algú altre fa alguna cosa per tu. Totes dues es compten en { $unit } i no hi ha diners pel mig.
join-means-floor = Pots començar rebent: fins a { $floor }. Per sota de zero hi ha una promesa als altres, sense interessos.
join-means-no-floor = Pots començar rebent. Per sota de zero hi ha una promesa als altres, sense interessos.
join-means-seen = Els membres veuen la teva pàgina i quant has donat i rebut. Les visites no.
join-means-leave = Pots marxar quan el que has donat i rebut estigui igualat.
join-others = Cerca una altra comunitat
join-terms = El que han acordat els membres
join-begin = Primer, qui ets?
join-begin-lead = Amb una sola entrada pots ser a totes les comunitats d’aquest servidor.
join-register = Soc nou aquí
join-sign-in = Entra
join-kind-individual = Jo
join-kind-shared = La nostra llar
join-kind-shared-sub = Un compte per a tots els que vivim junts
join-kind-organisation = Una associació
join-kind-company = Un negoci
join-application-hint = Això només ho llegeix qui porta la comunitat: com ens has trobat, qui coneixes aquí.
join-accept = Ho he llegit i hi estic d’acord
join-ask = Demana d’entrar
join-then = Ho llegeix algú que porta la comunitat, una persona, i rebràs una carta.

applied-title = Has demanat d’entrar
applied-lead = Has demanat d’entrar a { $exchange }
applied-as = Com a
applied-when = Quan
applied-next = Algú que porta la comunitat ho llegirà i et respondrà per carta. No has de fer res més.
applied-look = Mira la comunitat
applied-withdraw = Retira-ho

operate-title = Porta també el compte de { $name }
operate-means = Podries anotar intercanvis, respondre peticions i veure-ho tot d’aquest compte, com { $name }. Cadascú conserva la seva entrada, i qui porta el compte també en pot treure una altra persona.
operate-sign-in-lead = Primer entra amb la teva adreça, o registra’t. Després tornes aquí.
operate-accept = Sí, com a { $user }
operate-not = Ara no

field-kind = Qui entra?
field-application = Unes paraules per a nosaltres
field-terms = El que han acordat els membres
field-invitation = Invitació

notice-applied = Gràcies. El teu desig d’entrar ha arribat.
notice-joined = Et donem la benvinguda. Aquest és el teu inici.
notice-withdrawn = Ho has retirat.
notice-operating = Ara portes aquest compte. Si en tens més d’un, canvies de l’un a l’altre a la teva cara.

