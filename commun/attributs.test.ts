import { attributsPourServeur } from './attributs';

it('les attributs de recherche se déclarent au serveur sous leur nom et leur type', () => {
  expect(attributsPourServeur).toEqual([
    'etape=Keyword',
    'agence=Keyword',
    'referent=Keyword',
    'prochaineEcheance=Datetime',
    'terme=Datetime',
    'alertes=Int',
  ]);
});
