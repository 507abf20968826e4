# Administração de uma comunidade: pessoas, trocas, contestações, definições, o registo.

admin-title = Administração
admin-waits = O que espera
admin-nothing-waits = Nada espera. Está tudo respondido.
admin-applicants = { $count ->
    [one] 1 pessoa quer entrar
   *[other] { $count } pessoas querem entrar
}
admin-applicants-sub = Dá-lhes as boas-vindas, ou diz porque não agora
admin-objections = { $count ->
    [one] Alguém contesta 1 troca
   *[other] Há { $count } trocas contestadas
}
admin-objections-sub = Ouve os dois lados e decide
admin-requests = { $count ->
    [one] 1 pedido espera resposta
   *[other] { $count } pedidos esperam resposta
}
admin-requests-sub = Podes aceitar por quem não pode
admin-people = { $count ->
    [one] 1 membro
   *[other] { $count } membros
}
admin-people-sub = Limites, bloqueios, tarefas, e quem há muito não aparece
admin-trades = Trocas
admin-trades-sub = Tudo o que foi anotado, o mais novo primeiro
admin-rules = Regras
admin-rules-sub = Contribuição, limites, quem pode anotar: em perguntas
admin-settings = Nome, palavras e aspeto
admin-settings-sub = O que a comunidade diz de si, as condições, a cor
admin-log = O registo
admin-log-sub = Quem mudou o quê, quando e porquê
admin-invite = Convidar
admin-add = Adicionar à mão
admin-save = Guardar
admin-leave = Deixar como está
admin-effect = O que isto faz
admin-reason-hint = Fica no registo, com o teu nome.
field-reason = Porquê?
admin-about = Sobre esta pessoa

admin-waiting-title = Querem entrar
admin-waiting-none = Ninguém espera para entrar. Convida alguém que conheças.
admin-waiting-invited = Com convite de um membro
admin-welcome = Dar as boas-vindas a { $name }
admin-not-now = Agora não
admin-decline-title = Agora não
admin-decline-lead = { $name } receberá uma carta com o que escreveres aqui.
admin-decline-hint = Uma ou duas frases amáveis; diz o que ajudaria.
admin-decline = Enviar e não aceitar
notice-welcomed = Boas-vindas dadas. Recebe uma carta com o seu número.
notice-declined = Não aceite. Recebe uma carta com as tuas palavras.

kind-individual = Uma pessoa
kind-shared = Agregado
kind-organisation = Associação
kind-company = Empresa
kind-public = Conta aberta, cujo extrato qualquer membro pode ler

admin-people-title = Pessoas
admin-find = Nome ou número
admin-find-button = Procurar
admin-among = Mostrar
admin-among-all = Todas
admin-among-near = Perto de um limite
admin-among-quiet = 3 meses sem trocas
admin-among-suspended = Suspensas
admin-among-locked = Bloqueadas
admin-people-none = Não há ninguém assim.
admin-people-all = Mostrar todas
admin-people-caption = Membros por nome
admin-col-member = Membro
admin-col-standing = Saldo, { $unit }
admin-col-last = Última troca
admin-never = nunca
admin-tag-suspended = Suspensa
admin-tag-resting = Descansa
admin-tag-closed = Fechada
admin-tag-locked = Bloqueada
admin-tag-floor = Perto do mínimo
admin-tag-ceiling = Perto do máximo
admin-tag-new = Ainda sem trocas
admin-stands-at = { $name } está em { $amount }
admin-provided = Deu
admin-received = Recebeu
admin-trade-count = { $count ->
    [one] 1 troca
   *[other] { $count } trocas
}
admin-joined = Membro desde
admin-public-page = Como os membros a veem
admin-history = O que foi feito com esta conta
admin-changes = O que podes mudar

admin-do-profile = Editar a página de { $name }
admin-do-profile-sub = Nome, lugar, como contactar
admin-profile-lead = O que os membros leem de { $name }. Que o mudaste fica no registo.
admin-do-limits = Limites de { $name }
admin-do-limits-sub = Até onde abaixo e acima de zero
admin-do-switches = O que { $name } pode fazer por si
admin-do-switches-sub = Onde difere dos outros
admin-switches-lead = Deixa uma resposta em «como todos» e { $name } segue as regras da comunidade.
admin-do-keys = Quem cuida da conta de { $name }
admin-do-keys-sub = Acessos, coordenação, administração
admin-do-lock = Bloquear a conta de { $name }
admin-do-lock-sub = { $name } pode oferecer coisas, mas não pagar.
admin-effect-lock =
    { $name } pode continuar a oferecer coisas e recebe por elas.
    { $name } não pode pagar nada até tirares o bloqueio. Nada do que conta muda.
admin-do-unlock = Tirar o bloqueio de { $name }
admin-do-unlock-sub = { $name } pode pagar de novo.
admin-effect-unlock = A partir de agora { $name } pode dar unidades de novo, dentro dos limites.
admin-do-rest = Deixar descansar a conta de { $name }
admin-do-rest-sub = Para uma ausência; { $name } também a pode acordar.
admin-effect-rest =
    Ninguém pode fazer trocas com { $name } enquanto a conta descansa. O saldo fica.
    { $name } ou a administração podem acordá-la quando quiserem.
admin-do-wake = Acordar a conta de { $name }
admin-do-wake-sub = { $name } participa de novo.
admin-effect-wake = A partir de agora { $name } pode fazer trocas como antes.
admin-do-suspend = Suspender { $name }
admin-do-suspend-sub = Para tudo; só a administração o levanta.
admin-effect-suspend =
    { $name } pode entrar e ler, mas nem dar nem receber.
    Os pedidos que esperam ficam como estão. Só a administração o levanta.
admin-do-lift = Levantar a suspensão de { $name }
admin-do-lift-sub = { $name } participa de novo.
admin-effect-lift = A partir de agora { $name } pode fazer trocas como antes.
admin-do-close = Terminar a participação de { $name }
admin-do-close-sub = Para sempre; a conta tem de estar a zero.
admin-effect-close =
    A conta fecha-se para sempre e o número não volta a ser dado. O que se trocou fica nos livros.
    Só é possível com saldo zero. { $name } recebe uma carta com o motivo.

admin-keys-lead = Estas pessoas entram e agem por esta conta.
admin-keys-no-email = Sem correio eletrónico; entra com o número da conta
admin-keys-since = Desde
admin-keys-none = Ninguém cuida desta conta. A coordenação anota as suas trocas.
admin-keys-invite = Enviar uma carta
admin-keys-invite-hint = Quem abrir a ligação da carta cuida da conta a partir daí.
admin-keys-tasks = Quem coordena vê e anota trocas de qualquer membro. Quem administra faz tudo o que está nestas páginas e cuida da conta própria da comunidade.
admin-give-coordinator = Dar a coordenação
admin-take-coordinator = Tirar a coordenação
admin-give-admin = Dar a administração
admin-take-admin = Tirar a administração
admin-remove-operator = { $name } já não cuida desta conta
role-coordinator = Coordenação
role-admin = Administração

switch-pays = { $name } pode pagar logo?
switch-records = { $name } pode anotar o que dá, a contar logo?
switch-requests = { $name } pode enviar pedidos?
switch-acceptance = O que acontece aos pedidos que chegam a { $name }?
switch-as-all = Como todos
switch-yes = Sim
switch-no = Não
switch-list = Aceitam-se logo os de quem escolheu

admin-add-title = Adicionar alguém
admin-add-lead = Para quem está à tua frente. A conta abre logo.
admin-add-kind = Quem é?
admin-entrance = Como chegará esta pessoa à sua conta?
admin-entrance-letter = Por correio eletrónico
admin-entrance-letter-sub = Recebe uma carta com uma ligação e escolhe a palavra-passe.
admin-entrance-number = Com o número e uma primeira palavra-passe
admin-entrance-number-sub = Para quem não tem correio eletrónico: escreve-lhe as duas num papel.
admin-entrance-none = De maneira nenhuma
admin-entrance-none-sub = A coordenação anota as suas trocas, em papel ou por telefone.
field-login_email = Correio eletrónico para entrar
admin-login-email-hint = Só para a primeira resposta. Os membros não o veem.
admin-first-password = Primeira palavra-passe
admin-first-password-hint = Só para a segunda resposta. Pode mudá-la depois.
admin-add-button = Adicionar e dar as boas-vindas
notice-added = Adicionada. Esta é a sua conta.
notice-letter-sent = A carta vai a caminho.

admin-trades-title = Trocas
admin-trades-journal = Todas
admin-trades-waiting = À espera
admin-trades-none = Ainda não há trocas.
admin-trades-none-waiting = Nenhum pedido espera.
admin-trades-caption = Trocas, a mais nova primeiro
admin-col-trade = Quem a quem
admin-col-when = Quando
admin-trade-line = { $giver } a { $receiver }
admin-tag-reversal = Anulação
admin-tag-replacement = Correção
admin-tag-reversed = Anulada
admin-tag-objection = Contestada

admin-objections-title = Contestações
admin-objections-none = Ninguém contesta nada.
admin-objects = { $name } diz:
admin-traded = Troca:
admin-let-stand = Fica assim
admin-reverse = Anulá-la
admin-see-trade = Ver a troca
admin-stands-title = A troca fica
admin-stands-lead = Os dois lados leem o que escreveres aqui.
admin-stands-hint = O que ouviste dos dois, e porque fica.
notice-stands = Fica. Os dois lados são avisados.

admin-settings-title = Nome, palavras e aspeto
admin-terms-title = Condições
admin-terms-lead = Quem chega aceita-as. Quando mudam, pergunta-se de novo aos membros.
admin-terms-hint = Curtas e em palavras simples. Pode ficar vazio.
exchange-part-itself = A vossa comunidade
exchange-part-where = Lugar, língua e cor
exchange-part-ways = Palavras, e quem pode entrar
field-exchange-name = Nome da comunidade
field-tagline = Numa linha
exchange-tagline-hint = Por exemplo: Vizinhas e vizinhos do vale
field-exchange-about = Sobre a comunidade
exchange-about-hint = Quem são, desde quando, o que fazem uns pelos outros. Qualquer pessoa o pode ler.
field-exchange-place = Terra ou bairro
field-country = País
exchange-country-hint = Duas letras, como PT ou BR
field-time_zone = Fuso horário
field-colour = A vossa cor
exchange-colour-hint = Qualquer cor. Tratamos de que o texto se leia bem.
field-contact = Como contactar a administração
exchange-contact-hint = Toda a gente vê: uma morada, um telefone, quando se reúnem.
exchange-words = Que palavras usam?
exchange-words-community = «Dei», «Recebi»
exchange-words-community-sub = Palavras simples, de vizinhança
exchange-words-bank = «Pagaram-me», «Pagar»
exchange-words-bank-sub = Para comunidades que preferem palavras de banco
exchange-joining = Quem pode pedir para entrar?
exchange-joining-open = Qualquer pessoa
exchange-joining-open-sub = Tu dás as boas-vindas a cada uma.
exchange-joining-invited = Quem tiver convite
exchange-joining-invited-sub = De um membro ou da administração.
exchange-joining-closed = Ninguém, por agora
exchange-joining-closed-sub = A página di-lo.

admin-log-title = O registo
admin-log-lead = Nada do que está aqui se pode mudar ou apagar.
log-server = O servidor
log-other = { $act }: { $subject }
log-rules = As regras mudaram: { $parts }
log-rules-first = as primeiras regras
log-rules-open = se há trocas
log-rules-unit = a unidade
log-rules-levy = a contribuição
log-rules-recording = quem pode anotar
log-rules-acceptance = como se aceitam os pedidos
log-rules-days = os prazos para corrigir
log-rules-floor = o mínimo de quem chega
log-rules-ceiling = o máximo de quem chega
log-rules-records = quem vê os saldos
log-account-opened = Conta { $number } aberta para { $name }
log-state-active = { $name } participa de novo
log-state-disabled = A conta de { $name } descansa
log-state-suspended = { $name } ficou em suspenso
log-state-closed = A conta de { $name } foi fechada
log-locked = A conta de { $name } foi bloqueada
log-unlocked = Tirou-se o bloqueio de { $name }
log-limits = Limites de { $name }: mínimo { $floor }, máximo { $ceiling }
log-switches = Mudou o que { $name } pode fazer por si
log-hold = { $amount } de { $name } postas de lado
log-hold-ended = O que estava posto de lado de { $name } está livre de novo
log-member-welcomed = Boas-vindas a { $subject }, com o número { $value }
log-member-declined = { $subject } não foi aceite
log-membership-ended = Terminou a participação de { $subject }
log-member-left = { $subject } saiu
log-profile-edited = A página de { $subject } foi editada
log-invited = Convite para { $subject }
log-invitation-revoked = Retirou-se o convite para { $subject }
log-operator-added = { $value } cuida da conta de { $subject }
log-operator-removed = { $value } já não cuida da conta de { $subject }
log-role-given = { $subject } tem agora a tarefa: { $value }
log-role-taken = { $subject } já não tem a tarefa: { $value }
log-exchange-edited = Editou-se o que { $subject } diz de si
log-terms-changed = As condições passaram à versão { $value }
log-exchange-founded = { $subject } pede para abrir
log-exchange-approved = { $subject } foi aberta
log-exchange-declined = { $subject } não foi aberta
log-server-admin-added = { $subject } administra o servidor
log-server-admin-removed = { $subject } já não administra o servidor
log-job-retried = O trabalho { $subject } tenta-se de novo
admin-market = O mercado
admin-market-sub = As categorias, e o que podem ser as ofertas e procuras
admin-market-title = O mercado
admin-market-bounds = O que se pode oferecer e procurar
admin-market-days = Quanto tempo no máximo?
admin-market-days-unit = dias
admin-market-days-hint = Depois renova-se com um toque, ou deixa de ser mostrado. O que já está guarda a data.
admin-market-endless = Também pode ficar sem data de fim
admin-market-endless-hint = Então o mercado enche-se pouco a pouco do que já ninguém oferece.
admin-market-sight = A quem se pode mostrar?
admin-market-sight-exchange-sub = Quem visita não vê nada do mercado
admin-market-sight-everyone-sub = Se o dono quiser; quem visita não vê nomes
admin-categories = Categorias
admin-category-new = Acrescentar uma categoria
admin-category-title = Uma categoria
admin-category-retired = Retirada
admin-category-name-hint = Vazio: «{ $name }», e a tradução para os outros.
admin-category-parent = Parte de
admin-category-none = Nenhuma: está sozinha
admin-category-icon = O seu ícone
admin-category-retire = Retirá-la
admin-category-retire-hint = O que contém fica; nada de novo entra.
admin-category-up = Mais acima
admin-category-down = Mais abaixo
log-market-changed = Mudou o que podem ser as ofertas e procuras
log-category-added = Categoria acrescentada: { $subject }
log-category-edited = Categoria alterada: { $subject }
log-category-retired = Categoria retirada: { $subject }
log-listing-stopped = Escondido no mercado: { $subject }
log-listing-released = Volta a ser mostrado no mercado: { $subject }
