# More: the doors that are not among the five places.

more-statement = Extracte
more-statement-sub = El que has donat i rebut
more-waiting = T’espera
more-waiting-sub = Peticions per respondre i intercanvis per mirar
more-many = Molts alhora
more-many-sub = Una llista sencera d’intercanvis, escrita o d’una taula
more-exchange = La comunitat
more-exchange-sub = Les seves normes en paraules planeres i els seus números
more-own-account = El compte de la comunitat
more-own-account-sub = Obert a tots els membres
more-administration = Administració
more-administration-sub = Gent, intercanvis, normes i registre
more-server = Aquest servidor
more-server-sub = Comunitats que esperen, estat i tasques
more-my-page-sub = Tal com et veuen els altres
more-settings-sub = Correu, contrasenya, llengua, dispositius
more-people = Gent
more-people-sub = Qui hi ha i com contactar-hi
