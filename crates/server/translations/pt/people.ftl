# People: the directory, a member's page, one's own page, inviting.

people-title = Pessoas
people-invite = Convidar alguém
people-search = Nome ou número
people-find = Procurar
people-all = Toda a gente
people-none = Ninguém aqui tem «{ $words }» no nome ou no número.
people-empty = Ainda não há ninguém. Convida as pessoas com quem gostarias de fazer trocas.
people-record = deu { $provided }, recebeu { $received }
people-new = ainda não fez trocas
people-you = tu
people-resting = em pausa

member-since = Aqui desde { $month }
member-kind-shared = Casa
member-kind-organisation = Associação
member-kind-company = Empresa
member-kind-public = Conta aberta
member-kind-administration = A própria comunidade
member-own = Esta é a tua página, tal como os outros a veem.
member-own-no-words = Ainda não contaste nada sobre ti. Umas palavras sobre o que sabes fazer ajudam os outros a vir ter contigo.
member-edit = Mudar a minha página
member-trade = Anotar uma troca
member-reach = Como entrar em contacto
member-no-contact = { $name } não deixou aqui morada nem telefone.
member-record = Registo de trocas
member-above = Até agora { $name } deu mais do que recebeu.
member-below = { $name } recebeu um pouco mais do que deu. É uma promessa aos outros.
member-even = { $name } deu tanto como recebeu.
member-provided = Deu
member-received = Recebeu
member-trades = { $count ->
    [0] ainda nada
    [one] 1 troca
   *[other] { $count } trocas
}
member-last = Última troca
member-never = ainda nenhuma
member-what-record = O que diz este registo?
member-what-record-text = O registo de cada membro está aberto aos outros, para que todos vejam que a comunidade está em equilíbrio. Não se mostra com quem { $name } fez trocas.
member-hidden = Nesta comunidade os registos não são mostrados aos outros membros. Este é visto por { $name } e por quem cuida da comunidade.
member-resting = Esta conta está em pausa. { $name } não participa em trocas neste momento.
member-suspended = Quem cuida da comunidade parou esta conta. Neste momento não é possível fazer trocas com { $name }.
member-left = { $name } deixou a comunidade.
member-keepers = Para quem cuida da comunidade
member-open-statement = O seu extrato
member-open-statement-sub = Qualquer membro o pode ler
member-statement = Extrato de { $name }
member-administration = Conta e participação

profile-title = A minha página
profile-name-hint = Como os outros te conhecem.
profile-about-hint = O que gostas de fazer, o que te dava jeito, quando tens tempo.
profile-place-hint = A aldeia, a rua ou o bairro: o que quiseres contar.
profile-initials = Iniciais
profile-face = Cara desenhada { $number }
profile-other-faces = Mostrar outras caras
profile-save = Guardar
profile-leave-as-is = Deixar como está

invite-title = Convidar alguém
invite-lead = A pessoa recebe uma carta tua com uma ligação que vale trinta dias.
invite-email-hint = De uma pessoa que conheces.
invite-asks = Com o teu convite, a pessoa pode pedir para entrar. Depois, alguém que cuida da comunidade dá-lhe as boas-vindas.
invite-welcomes = Tu cuidas desta comunidade, por isso o teu convite já são as boas-vindas: a pessoa é membro assim que preencher o formulário.
invite-send = Enviar o convite

field-about = Sobre ti
field-place = Lugar
field-website = Páginas noutro sítio
field-portrait = A tua cara

notice-invited = O convite vai a caminho.
notice-profile = A tua página mudou.
member-listings = Oferece e procura
