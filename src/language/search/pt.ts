import type { SearchWords } from './search-words.js';

/** Portuguese, of Brazil and of Portugal. */
export const pt: SearchWords = {
  signs: {
    ownCharacters: 'ãõ',
    frequentCharacters: 'çáéâêó',
    words: 'olá oi obrigado obrigada preço preços horário aberto entrega quanto bom dia',
  },
  commonWords: 'portuguese',
  stemmer: 'portuguese',
  stopWords: `
    a à ainda ao aos aquela aquele aquilo aqui as às até com como da das de dela dele deles depois do
    dos e é ela elas ele eles em entre era essa essas esse esses esta está estão estas este estes
    estou eu foi foram há isso isto já lhe lhes mais mas me mesmo meu meus minha minhas muito muita
    muitos na nas não nem no nos nós nossa nossas nosso nossos num numa o obrigada obrigado oi olá
    onde os ou para pela pelas pelo pelos pode podem por porque posso qual quais quando quanto quanta
    quantos que quem quero gostaria são se sem ser será seu seus só sim sobre sua suas também te tem
    têm temos tenho ter tinha tu tua tudo um uma umas uns vai vocês você vos favor fazem faz`,
  sameWords: `
    abrir abre abrem abrimos aberto aberta abertos abertura
    fechar fecha fecham fechado fechada fechamento
    entregar entrega entregam entregas
    pagar paga pagamento pagamentos
    custar custa custam custo preço preços valor
    reservar reserva reservas`,
  questionWords: { onde: 'endereço', quando: 'horário' },
  askingWords: `
    custa custam custo preço preços hora horas hoje amanhã ontem agora dia dias semana mês tipo
    nome chama aceita aceitam aceitar oferece oferecem dão trazer levar preciso precisa comprar
    vende vendem vender encontrar procuro ir vir permitido possível bom novo perto informação
    informações pergunta saber`,
};
