# More: the doors that are not among the five places.

more-statement = Extracto
more-statement-sub = Lo que has dado y recibido
more-waiting = Te espera
more-waiting-sub = Peticiones que responder e intercambios que mirar
more-many = Muchos a la vez
more-many-sub = Una lista entera de intercambios, escrita o de una tabla
more-exchange = La comunidad
more-exchange-sub = Sus reglas en palabras sencillas y sus números
more-own-account = La cuenta de la comunidad
more-own-account-sub = Abierta a todos sus miembros
more-administration = Administración
more-administration-sub = Gente, intercambios, reglas y registro
more-server = Este servidor
more-server-sub = Comunidades que esperan, estado y tareas
more-my-page-sub = Como te ven los demás
more-settings-sub = Correo, contraseña, idioma, dispositivos
more-people = Gente
more-people-sub = Quién está y cómo contactar
