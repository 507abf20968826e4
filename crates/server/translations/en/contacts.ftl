# How members are reached.

contacts-hint = Each one is seen by whom you choose. What is hidden is seen by you and by those who look after the exchange.
contacts-one = A way to reach you
contacts-kind = Which way
contacts-sight = Who sees it
contacts-value = Number, address or name
contact-phone = Telephone
contact-mail = E-mail
contact-whatsapp = WhatsApp
contact-telegram = Telegram
contact-signal = Signal
contact-website = Web page
contact-other = Other
contact-sight-hidden = Hidden
contact-sight-exchange = Members
contact-sight-linked = Linked exchanges too
member-skills = Can do
admin-skills = What they can do
field-skills = What you can do
field-languages = Languages
profile-skills-hint = Plumbing, cakes, bicycle repairs: others find you by it.
profile-languages-hint = The ones you speak: English, some Spanish.
