# What went wrong, and how to go on.

error-required = Preenche este campo.
error-too-long = É demasiado longo: { $max } caracteres no máximo.
error-unknown = Isto não foi aceite ({ $code }). Vê outra vez ou pergunta a quem gere a comunidade.
trouble-home = Ir para a primeira página
trouble-reference = Referência
trouble-try-again = { $count ->
    [one] Tenta outra vez daqui a um minuto.
   *[other] Tenta outra vez daqui a { $count } minutos.
}
trouble-not-found = Não há nada aqui
trouble-not-found-lead = O endereço pode estar mal escrito, o que aqui estava já não existe, ou pertence a uma comunidade onde não estás.
trouble-not-allowed = Isto cabe a outras pessoas
trouble-not-allowed-lead = Com esta conta não podes ver ou fazer isto. Nada mudou.
trouble-forged = Envia outra vez
trouble-forged-lead = A página esteve aberta demasiado tempo ou o formulário não veio daqui. Nada mudou. Volta atrás, carrega a página de novo e envia outra vez.
trouble-too-large = É demasiado grande
trouble-too-large-lead = O que enviaste passa de 2 MB e nada foi guardado. Envia-o em partes mais pequenas.
trouble-unreadable = Não conseguimos ler isto
trouble-unreadable-lead = O que chegou está incompleto ou num formato que não conhecemos. Nada mudou. Volta atrás e envia outra vez.
trouble-busy = Há muita gente aqui neste momento
trouble-busy-lead = Não conseguimos tratar disto a tempo. Não conta; se era uma troca, ao enviar outra vez o mesmo formulário fica anotada uma só vez.
trouble-too-often = Foram demasiadas tentativas
trouble-too-often-lead = Para proteger as contas de todos fazemos uma pequena pausa.
trouble-internal = Algo correu mal do nosso lado
trouble-internal-lead = Lamentamos. Ficou registado, e quem gere este servidor pode encontrá-lo pela referência. Antes de tentares outra vez, vê no teu extrato se conta.
refused-helps = O que ajudaria
refused-rule = Que regra é esta?
refused-back = Voltar e mudar
refused-kept = O que escreveste fica guardado.
refused-code = Código para quem te ajudar:
