# What the two sides of a trade say of each other.

recommendations-title = Recommandations
recommendations-how = Après un échange, sa page permet aux deux côtés de se recommander.
recommend-title = Recommander { $name }
recommend-lead = Les membres le lisent sur sa page, avec le jour de votre échange. Une fois par échange ; vous pouvez le retirer.
recommend-hint = Qu’est-ce qui était bien ? Une phrase ou deux.
recommend-do = Recommander
recommend-link = Recommander { $name }
recommendation-day = après un échange le { $day }
recommendation-hidden = L’administration l’a masqué aux autres : « { $reason } »
recommendation-answer = Répondre
recommendation-answer-title = Répondre à une recommandation
recommendation-answer-lead = { $name } a écrit :
recommendation-answer-hint = Vous pouvez répondre une fois. La réponse se lit sous la recommandation.
recommendation-withdraw = Retirer
recommendation-hide = Masquer
recommendation-hide-title = Masquer une recommandation
recommendation-hide-lead = { $name } a écrit :
recommendation-hide-hint = Les deux personnes concernées lisent pourquoi.
notice-recommended = Merci. C’est sur sa page.
notice-recommendation-answered = Votre réponse se lit dessous.
notice-recommendation-withdrawn = Retirée.
notice-recommendation-hidden = Masquée aux autres.
log-recommendation-hidden = Recommandation de { $subject } masquée
