# Com s’arriba als membres.

contacts-hint = Cada un el veu qui tu triïs. El que està amagat ho veus tu i qui porta la comunitat.
contacts-one = Una manera de trobar-te
contacts-kind = De quina manera
contacts-sight = Qui ho veu
contacts-value = Número, adreça o nom
contact-phone = Telèfon
contact-mail = Correu
contact-whatsapp = WhatsApp
contact-telegram = Telegram
contact-signal = Signal
contact-website = Pàgina web
contact-other = Una altra
contact-sight-hidden = Amagat
contact-sight-exchange = Membres
contact-sight-linked = També comunitats enllaçades
member-skills = Sap fer
admin-skills = Què sap fer
field-skills = Què saps fer
field-languages = Llengües
profile-skills-hint = Lampisteria, pastissos, arreglar bicicletes: per això et troben els altres.
profile-languages-hint = Les que parles: català, una mica d’anglès.
