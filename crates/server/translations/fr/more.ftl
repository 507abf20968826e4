# More: the doors that are not among the five places.

more-statement = Relevé
more-statement-sub = Ce que vous avez donné et reçu
more-waiting = En attente
more-waiting-sub = Demandes auxquelles répondre et échanges à regarder
more-many = Plusieurs à la fois
more-many-sub = Toute une liste d’échanges, saisie ou tirée d’un tableau
more-exchange = La communauté
more-exchange-sub = Ses règles en mots simples, et ses chiffres
more-own-account = Le compte de la communauté
more-own-account-sub = Ouvert à tous les membres
more-administration = Administration
more-administration-sub = Membres, échanges, règles et journal
more-server = Ce serveur
more-server-sub = Communautés en attente, état et tâches
more-my-page-sub = Comme les autres vous voient
more-settings-sub = Adresse, mot de passe, langue, appareils
more-people = Membres
more-people-sub = Qui est là, et comment les joindre
