import { organisationExemple } from '../saisie/organisation';
import { avecSesReglages } from './enregistrer-organisation';

const [agence] = organisationExemple().agences;

it('une agence enregistrée de nouveau garde le réglage de ses rappels, tant que le fichier n’en dit rien', () => {
  const arretes = { ...agence!, rappelsActualisation: false };
  expect(avecSesReglages(agence!, [])).toEqual(agence);
  expect(avecSesReglages(agence!, [agence!])).toEqual(agence);
  expect(avecSesReglages({ ...agence!, nom: 'Autre nom' }, [arretes])).toEqual({ ...arretes, nom: 'Autre nom' });
  expect(avecSesReglages({ ...agence!, rappelsActualisation: true }, [arretes])).toMatchObject({
    rappelsActualisation: true,
  });
});
