# More: the doors that are not among the five places.

more-statement = Extrato
more-statement-sub = O que deste e recebeste
more-waiting = À tua espera
more-waiting-sub = Pedidos a responder e trocas a ver
more-many = Muitas de uma vez
more-many-sub = Uma lista inteira de trocas, escrita ou de uma tabela
more-exchange = A comunidade
more-exchange-sub = As suas regras em palavras simples e os seus números
more-own-account = A conta da comunidade
more-own-account-sub = Aberta a todos os membros
more-administration = Administração
more-administration-sub = Pessoas, trocas, regras e registo
more-server = Este servidor
more-server-sub = Comunidades à espera, estado e tarefas
more-my-page-sub = Como os outros te veem
more-settings-sub = E-mail, palavra-passe, idioma, dispositivos
more-people = Pessoas
more-people-sub = Quem está aqui e como contactar
