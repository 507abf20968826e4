# Blocking a member.

blocked-title = Pessoas bloqueadas
blocked-lead = Não te podem escrever e não veem como te encontrar. Ninguém lhes diz.
blocked-none = Não bloqueias ninguém.
block-title = Bloquear { $name }?
block-means = O que isso significa
block-means-write = { $name } já não te pode escrever aqui.
block-means-contact = { $name } deixa de ver o teu telefone, os teus endereços e os teus nomes noutros sítios.
block-means-untold = Ninguém o diz a { $name }.
block-means-trades = As trocas entre vocês continuam possíveis, como dizem as regras da comunidade. Se for registado algo que não está certo, contesta.
block-means-undo = Podes desfazer quando quiseres, em «Pessoas bloqueadas».
block-do = Bloquear
block-leave = Deixar como está
unblock-do = Desbloquear
member-block = Bloquear
member-blocked = Bloqueias { $name }.
notice-blocked = Bloqueado. Ninguém é avisado.
notice-unblocked = Já não está bloqueado.
error-block-own = Ninguém se bloqueia a si próprio.
error-block-administration = A própria comunidade não pode ser bloqueada.
more-blocked = Pessoas bloqueadas
more-blocked-sub = Quem não te pode escrever
