import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { racine } from '../../commun/racine';
import { dateCivile } from '../../domain/calendrier/dates';
import { quandPart } from '../cli/commandes/importer';
import { previsualiserOuverture } from '../usages/previsualiser-ouverture';
import { lirePortefeuille } from './csv';
import { resoudreDates } from './dates-relatives';
import { lireTexte, type TexteLu } from './texte';

const ABSOLUES = { relativesA: null };
const organisation = JSON.parse(readFileSync(join(racine, 'exemples', 'organisation.json'), 'utf8'));
const contexte = {
  ...organisation,
  maintenant: new Date('2026-03-05T10:00:00Z'),
  envoi: 'immediat' as const,
  auteur: 'test',
};

const ENTETE =
  'identite.prenom;identite.nom;agence;referent;dateRemise;modeProposition;motifRupture;effectifEntreprise;dateNaissance;residence;joursAffiliation';
const ligne = (valeurs: Record<string, string> = {}) => {
  const defauts: Record<string, string> = {
    'identite.prenom': 'Aliénor',
    'identite.nom': 'Lumière',
    agence: 'lille',
    referent: 'l-vasseur',
    dateRemise: '2026-03-03',
    modeProposition: 'ENTRETIEN_PREALABLE',
    motifRupture: 'LICENCIEMENT_ECONOMIQUE',
    effectifEntreprise: '48',
    dateNaissance: '1984-05-17',
    residence: 'metropole',
    joursAffiliation: '420',
  };
  return ENTETE.split(';')
    .map((nom) => valeurs[nom] ?? defauts[nom])
    .join(';');
};
const enUtf8 = (texte: string) => lireTexte(Buffer.from(texte)) as TexteLu;
const lire = (texte: string) => lirePortefeuille(enUtf8(texte), ABSOLUES);
const codes = (erreurs: { code: string }[]) => erreurs.map((e) => e.code);

describe('la forme du fichier', () => {
  const attendu = lire(`${ENTETE}\n${ligne()}`).lignes[0]!.document;

  it('point-virgule ou virgule, marque d’ordre, fins de ligne de Windows, lignes vides', () => {
    const variantes = [
      `\ufeff${ENTETE}\r\n${ligne()}\r\n\r\n`,
      `${ENTETE.replaceAll(';', ',')}\n${ligne().replaceAll(';', ',')}\n,,,\n`,
      `${ENTETE}\n${ligne({ modeProposition: 'Remise à l’entretien préalable'.replace('’', "'"), residence: 'Métropole', dateRemise: '3/03/2026', effectifEntreprise: '"48"' })}`,
    ];
    for (const texte of variantes) expect(lire(texte).lignes.map((l) => l.document)).toEqual([attendu]);
    expect(attendu).toMatchObject({ identite: { nom: 'Lumière' }, dateRemise: '2026-03-03', effectifEntreprise: 48 });
  });

  it('une cellule peut tenir des retours à la ligne ; chaque ligne garde son numéro', () => {
    const texte = `${ENTETE};evenements\n${ligne()};"[\n]"\n${ligne()};\n`;
    expect(lire(texte).lignes.map((l) => l.ligne)).toEqual([2, 4]);
  });

  it('refuse un fichier sans colonne obligatoire, dit toutes celles qui manquent', () => {
    const { erreurs, lignes } = lire('agence;agence;referent\nlille;lille;x');
    expect(lignes).toEqual([]);
    expect(codes(erreurs)).toEqual(
      expect.arrayContaining([
        'COLONNE_EN_DOUBLE:agence',
        'COLONNE_MANQUANTE:identite.nom',
        'COLONNE_MANQUANTE:dateRemise',
      ]),
    );
  });

  it('refuse ce qui n’est pas un CSV, ou qui est vide', () => {
    expect(codes(lire('').erreurs)).toEqual(['FICHIER_VIDE']);
    expect(codes(lire(`${ENTETE}\n"jamais fermé`).erreurs)).toEqual(['FICHIER_ILLISIBLE']);
  });

  it('une colonne inconnue est signalée, avec celle qui lui ressemble', () => {
    const { avertissements, lignes } = lire(`${ENTETE};dateReprize;humeur\n${ligne()};2026-03-05;bonne`);
    expect(avertissements).toEqual([
      'La colonne « dateReprize » n’est pas lue : vouliez-vous écrire « dateReprise » ?',
      'La colonne « humeur » n’est pas lue.',
    ]);
    expect(lignes[0]!.document).not.toHaveProperty('dateReprize');
  });
});

describe('ce qu’une ligne dit', () => {
  it('adresse, réponses oui et non, événements', () => {
    const texte = `${ENTETE};identite.adresse;identite.codePostal;identite.ville;salarieProtege;reliquatAre;evenements
${ligne()};14 rue des Bleuets|Bâtiment C;59000;LILLE;Oui;NON;"[{""type"":""REPONSE_SALARIE"",""date"":""2026-03-12"",""reponse"":""REFUS""}]"`;
    expect(lire(texte).lignes[0]!.document).toMatchObject({
      identite: { adresse: { lignes: ['14 rue des Bleuets', 'Bâtiment C'], codePostal: '59000', ville: 'LILLE' } },
      salarieProtege: true,
      reliquatAre: false,
      evenements: [{ type: 'REPONSE_SALARIE', date: '2026-03-12', reponse: 'REFUS' }],
    });
  });

  it('les jours relatifs ne sont lus que si on le demande', () => {
    const texte = `${ENTETE};evenements\n${ligne({ dateRemise: 'J-12' })};"[{""date"":""J+3""}]"`;
    const relative = lirePortefeuille(enUtf8(texte), { relativesA: dateCivile('2026-03-05') }).lignes[0]!.document;
    expect(relative).toMatchObject({ dateRemise: '2026-02-21', evenements: [{ date: '2026-03-08' }] });
    const examen = previsualiserOuverture(lire(texte).lignes[0]!.document, contexte);
    expect(examen.ok ? [] : codes(examen.erreurs)).toContain('DATE_INVALIDE:dateRemise');
    expect(resoudreDates({ a: ['J', 'Jean', 'J-x'] }, dateCivile('2026-03-05'))).toEqual({
      a: ['2026-03-05', 'Jean', 'J-x'],
    });
  });

  it('tout ce qui ne va pas est dit à la fois', () => {
    const texte = `${ENTETE};salarieProtege;evenements
${ligne({ 'identite.nom': '', agence: 'nulle-part', dateRemise: '31/02/2026', effectifEntreprise: 'beaucoup' })};peut-être;"[{""type"":""INCONNU""}]"`;
    const [lue] = lire(texte).lignes;
    const examen = previsualiserOuverture(lue!.document, contexte);
    const tous = [...codes(lue!.erreurs), ...(examen.ok ? [] : codes(examen.erreurs))];
    expect(tous).toEqual(
      expect.arrayContaining([
        'CHAMP_INVALIDE:effectifEntreprise',
        'CHAMP_INVALIDE:salarieProtege',
        'CHAMP_MANQUANT:identite.nom',
        'AGENCE_INCONNUE:nulle-part',
        'DATE_INVALIDE:dateRemise',
        'TYPE_INCONNU',
      ]),
    );
  });

  it('une ligne inéligible donne tous les motifs des règles', () => {
    const examen = previsualiserOuverture(
      lire(`${ENTETE}\n${ligne({ joursAffiliation: '87', effectifEntreprise: '1 000', residence: 'mayotte' })}`)
        .lignes[0]!.document,
      contexte,
    );
    expect(examen.ok ? [] : codes(examen.erreurs).sort()).toEqual([
      'AFFILIATION_INSUFFISANTE',
      'CONGE_DE_RECLASSEMENT',
      'RESIDENCE_NON_ELIGIBLE',
    ]);
  });

  it('une réflexion finie sans réponse n’est pas un refus', () => {
    const examen = previsualiserOuverture(
      lire(`${ENTETE}\n${ligne({ dateRemise: '2026-01-05' })}`).lignes[0]!.document,
      contexte,
    );
    expect(examen.ok ? [] : codes(examen.erreurs)).toEqual(['REPRISE_SANS_REPONSE']);
    expect(examen.ok ? '' : examen.erreurs[0]!.phrase).toContain('26/01/2026');
  });

  it('dit ce qui partirait', () => {
    const examen = previsualiserOuverture(lire(`${ENTETE}\n${ligne()}`).lignes[0]!.document, contexte);
    expect(examen.ok && examen.projet).toMatchObject({
      etat: 'EN_REFLEXION',
      prochaine: { libelle: 'Fin du délai de réflexion', date: '2026-03-24' },
      departs: [{ code: 'C01_PROPOSITION', date: '2026-03-03', jour: '2026-03-05', immediat: true }],
    });
    const [depart] = examen.ok ? examen.projet.departs : [];
    expect(depart!.depart).toBe(contexte.maintenant.toISOString());
    expect(quandPart(depart!)).toBe('aujourd’hui (prévu le 03/03/2026\u00a0: le jour prévu était déjà passé)');
  });

  it('une agence, un référent ou un mode inconnus sont dits avec les valeurs acceptées', () => {
    const inconnus = { agence: 'nulle-part', referent: 'personne', modeProposition: 'PIGEON' };
    const examen = previsualiserOuverture(lire(`${ENTETE}\n${ligne(inconnus)}`).lignes[0]!.document, contexte);
    const phrases = new Map((examen.ok ? [] : examen.erreurs).map((e) => [e.code, e.phrase]));
    expect(phrases.get('AGENCE_INCONNUE:nulle-part')).toContain(contexte.agences[0]!.id);
    expect(phrases.get('REFERENT_INCONNU:personne')).toContain(contexte.referents[0]!.id);
    expect(phrases.get('MODE_INCONNU')).toContain('ENTRETIEN_PREALABLE, CONSULTATION_CSE, PSE, FRANCE_TRAVAIL');
  });
});
