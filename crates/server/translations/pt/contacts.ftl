# Como se chega aos membros.

contacts-hint = Cada um é visto por quem escolheres. O que está escondido vês tu e veem-no os que cuidam da comunidade.
contacts-one = Uma maneira de te encontrar
contacts-kind = De que maneira
contacts-sight = Quem vê
contacts-value = Número, endereço ou nome
contact-phone = Telefone
contact-mail = E-mail
contact-whatsapp = WhatsApp
contact-telegram = Telegram
contact-signal = Signal
contact-website = Página web
contact-other = Outra
contact-sight-hidden = Escondido
contact-sight-exchange = Membros
contact-sight-linked = Comunidades ligadas também
member-skills = Sabe fazer
admin-skills = O que sabe fazer
field-skills = O que sabes fazer
field-languages = Línguas
profile-skills-hint = Canalização, bolos, arranjar bicicletas: é assim que os outros te encontram.
profile-languages-hint = As que falas: português, algum inglês.
