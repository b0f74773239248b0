import type { Champ } from '../dossier/champs';
import { champsDossier } from '../dossier/dossier';
import { champsEnCause } from './champs-en-cause';
import { phrasesErreur, phrasesForme, phrasesParametrees, phrasesRegle } from './erreurs';
import { definitions, typesEvenement } from './evenements';
import { phraseSurChamps } from './phrase-sur-champs';

describe('un code dit de quels champs il parle', () => {
  it('un code du dossier ne nomme que des champs du dossier', () => {
    const connus = champsDossier.map(({ nom }) => nom as string);
    for (const code of Object.keys(phrasesErreur))
      expect(connus).toEqual(expect.arrayContaining([...champsEnCause(code)]));
  });
  it('un code d’événement ne nomme que des champs qu’un événement demande', () => {
    const connus = new Set(typesEvenement.flatMap((type) => definitions[type].champs.map(({ nom }) => nom as string)));
    for (const code of Object.keys({ ...phrasesForme, ...phrasesRegle }))
      for (const nom of champsEnCause(code)) expect([...connus, 'type']).toContain(nom);
  });
  it.each([
    ['CHAMP_MANQUANT:residence', ['residence']],
    ['CHAMP_INCONNU:identite.a:b', ['identite.a:b']],
    ['TROP_LONG:motif:500:612', ['motif']],
    ['AGENCE_INCONNUE:lille', ['agence']],
    ['MESSAGE_INCONNU:danse', []],
    ['CHAMP_MANQUANT', []],
    ['CONTRAT_NON_ROMPU', ['finContratPrevue']],
    ['TROP_LONG:motif:500:612', ['motif']],
    ['RAPPELS_JUSQUAU_PASSE', ['jusquau']],
    ['MOTS_DE_PASSE_DIFFERENTS', ['encore']],
    ['ENTREE_REFUSEE', []],
    ['INCONNU', []],
    ['INCONNU:x', []],
    ['constructor', []],
  ])('%s', (code, noms) => expect(champsEnCause(code)).toEqual(noms));
  it('aucun code à paramètre n’est oublié', () => {
    const muets = Object.keys(phrasesParametrees).filter((code) => champsEnCause(`${code}:x`).length === 0);
    expect(muets).toEqual(['ATTRIBUT_AUTRE_TYPE', 'VERSION_SANS_WORKER', 'MESSAGE_INCONNU', 'USAGE_NON_PERMIS']);
  });
});

describe('une phrase et ses champs', () => {
  const arret: readonly Champ[] = definitions.ARRET_MALADIE.champs;
  it('nomme ceux que l’on demande, par leur libellé et leur nom', () => {
    expect(phraseSurChamps('AVANT_CSP', arret)).toBe(
      'Le fait est antérieur au début du CSP. Champ : « Premier jour » (debut).',
    );
    expect(phraseSurChamps('REMISE_AVANT_ENGAGEMENT', champsDossier)).toMatch(
      /procédure\. Champs : « Date de remise de la proposition » \(dateRemise\), « .+ » \(dateEngagementProcedure\)\.$/,
    );
  });
  it('est seule quand le code ne parle d’aucun, ou nomme le sien', () => {
    expect(phraseSurChamps('SALARIE_NON_PROTEGE', arret)).toMatch(/attendue\.$/);
    expect(phraseSurChamps('CHAMP_MANQUANT:residence', champsDossier)).toBe('Le champ « residence » est obligatoire.');
    expect(phraseSurChamps('CONTRAT_INCONNU', arret)).toBe('Aucun contrat n’est enregistré sous cet identifiant.');
  });
});
