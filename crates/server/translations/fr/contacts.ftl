# Comment joindre les membres.

contacts-hint = Chacun est vu de qui vous choisissez. Ce qui est caché, vous le voyez, ainsi que ceux qui s’occupent de la communauté.
contacts-one = Une façon de vous joindre
contacts-kind = De quelle façon
contacts-sight = Qui le voit
contacts-value = Numéro, adresse ou nom
contact-phone = Téléphone
contact-mail = E-mail
contact-whatsapp = WhatsApp
contact-telegram = Telegram
contact-signal = Signal
contact-website = Page web
contact-other = Autre
contact-sight-hidden = Caché
contact-sight-exchange = Membres
contact-sight-linked = Communautés liées aussi
member-skills = Sait faire
admin-skills = Ce que cette personne sait faire
field-skills = Ce que vous savez faire
field-languages = Langues
profile-skills-hint = Plomberie, gâteaux, réparation de vélos : c’est par là qu’on vous trouve.
profile-languages-hint = Celles que vous parlez : français, un peu d’anglais.
