# Cómo se llega a los miembros.

contacts-hint = Cada uno lo ve quien tú elijas. Lo oculto lo ves tú y lo ven quienes llevan la comunidad.
contacts-one = Una manera de encontrarte
contacts-kind = De qué manera
contacts-sight = Quién lo ve
contacts-value = Número, dirección o nombre
contact-phone = Teléfono
contact-mail = Correo
contact-whatsapp = WhatsApp
contact-telegram = Telegram
contact-signal = Signal
contact-website = Página web
contact-other = Otra
contact-sight-hidden = Oculto
contact-sight-exchange = Miembros
contact-sight-linked = También comunidades enlazadas
member-skills = Sabe hacer
admin-skills = Qué sabe hacer
field-skills = Qué sabes hacer
field-languages = Idiomas
profile-skills-hint = Fontanería, pasteles, arreglar bicicletas: por eso te encuentran los demás.
profile-languages-hint = Los que hablas: español, algo de inglés.
