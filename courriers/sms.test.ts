import { ajouterJours, dateCivile as j } from '../domain/calendrier/dates';
import { type CodeCourrier, catalogue, codesCourrier } from '../domain/catalogue/catalogue';
import { modesRendezVous } from '../domain/rendez-vous/rendez-vous';
import { sortesRendezVous } from '../domain/rendez-vous/sortes';
import { rendreSms } from '.';
import type { DonneesCourrier } from './donnees';
import { cspExemple, exemple, personnesExemple } from './exemples';
import { rendezVousExemple } from './exemples-rendez-vous';
import { composerSms, enGsm7, mesurer, SEGMENTS_MAX } from './sms';
import { t } from './texte';

const parSms = codesCourrier.filter((code) => catalogue[code].canaux.includes('S'));

describe('mesurer', () => {
  it.each([
    ['a'.repeat(160), 'GSM7', 160, 1],
    ['a'.repeat(161), 'GSM7', 161, 2],
    ['a'.repeat(306), 'GSM7', 306, 2],
    ['a'.repeat(307), 'GSM7', 307, 3],
    ['€'.repeat(80), 'GSM7', 160, 1],
    ['€'.repeat(81), 'GSM7', 162, 2],
    ['ê'.repeat(70), 'UCS2', 70, 1],
    ['ê'.repeat(71), 'UCS2', 71, 2],
    ['ê'.repeat(134), 'UCS2', 134, 2],
    ['ê'.repeat(135), 'UCS2', 135, 3],
    ['🎉'.repeat(35), 'UCS2', 70, 1],
    ['', 'GSM7', 0, 1],
  ])('%#', (texte, alphabet, longueur, segments) => {
    expect(mesurer(texte)).toEqual({ alphabet, longueur, segments });
  });
});

describe('enGsm7', () => {
  it.each([
    ['l’été à 9\u00a0h\u202f; où\u00a0: «\u202fici\u202f»', 'l\'été à 9 h ; où : "ici"'],
    ['août, forêt, reçu, cœur, Noël, À, Ç', 'aout, foret, recu, coeur, Noel, A, Ç'],
    ['10\u00a0€ – 5…', '10 € - 5...'],
    ['rendez-vous עם', 'rendez-vous עם'],
  ])('%s', (avant, apres) => {
    expect(enGsm7(avant)).toBe(apres);
  });
});

describe('composerSms', () => {
  const agence = { agence: 'Agence de Valence', sigle: 'CSP', telephone: '04 65 71 00 12' };

  it('commence par qui écrit, finit par un numéro à appeler', () => {
    expect(composerSms([t`Message.`], agence)).toBe('Agence de Valence (CSP) : Message. Contact : 04 65 71 00 12');
    const nommee = { ...agence, agence: 'Agence CSP de Valence' };
    expect(composerSms([t`Message.`], nommee)).toMatch(/^Agence CSP de Valence : Message\./);
  });

  it('se passe du numéro qui demanderait un segment de plus', () => {
    const message = 'a'.repeat(280);
    expect(composerSms([t`${message}`], agence)).toBe(`Votre agence CSP : ${message}`);
    expect(composerSms([t`${'a'.repeat(300)}`], agence)).toBe('a'.repeat(300));
  });

  it('abrège un nom d’agence trop long, puis dit le message en moins de mots', () => {
    const longue = { ...agence, agence: 'Agence de Châteauneuf '.repeat(20) };
    expect(composerSms([t`Message.`, t`Bref.`], longue)).toBe('Votre agence CSP : Message. Contact : 04 65 71 00 12');
    const message = 'a'.repeat(280);
    expect(composerSms([t`${message}`, t`Bref.`], agence)).toBe(
      'Agence de Valence (CSP) : Bref. Contact : 04 65 71 00 12',
    );
  });

  it('se passe d’un numéro qui n’en est pas un', () => {
    const telephone = 'Bcc: tous@example.org';
    expect(composerSms([t`Message.`], { ...agence, telephone })).toBe('Agence de Valence (CSP) : Message.');
  });
});

/** Every shape of a text: each reading of its base, early and late, in both vocabularies, with the longest number. */
function variantes(code: CodeCourrier): DonneesCourrier[] {
  const telephone = '+33 (0)4 65-71-00.12';
  const personnes = { ...personnesExemple, referent: { ...personnesExemple.referent, telephone } };
  const longue = { ouverture: j('2026-09-28'), cloture: j('2026-10-14') };
  const bases: Partial<DonneesCourrier>[] =
    code === 'RAPPEL_ACTUALISATION'
      ? ['OUVERTURE', 'RAPPEL'].map((sorte) => ({
          base: `2026-09-${sorte}`,
          jour: j('2026-09-28'),
          resultat: { ...cspExemple, actualisations: [{ mois: '2026-09', ...longue }] },
        }))
      : code.startsWith('RDV_') || code === 'ATELIER_INSCRIPTION'
        ? sortesRendezVous.flatMap((sorte) =>
            modesRendezVous.map((mode) => ({
              rendezVous: {
                ...rendezVousExemple,
                sorte,
                mode,
                debut: '2025-09-24T20:45:00.000Z',
                lieu: 'Salle des fêtes '.repeat(20),
                lien: `https://visio.example.org/${'a'.repeat(300)}`,
                intitule: 'Préparer un entretien '.repeat(20),
              },
            })),
          )
        : [{}];
  const ici = exemple(code);
  return bases.flatMap((base) =>
    [0, 1, 40].flatMap((retard) =>
      ['csp-2015-v2021', 'crp-2009'].map((reglement) =>
        exemple(code, undefined, {
          ...base,
          personnes,
          jour: ajouterJours(base.jour ?? ici.jour, retard),
          resultat: { ...(base.resultat ?? ici.resultat), reglement },
        }),
      ),
    ),
  );
}

describe('le SMS d’un courrier', () => {
  it.each(codesCourrier)('%s : écrit si, et seulement si, le catalogue l’envoie ainsi', (code) => {
    expect(rendreSms(exemple(code)) !== null).toBe(parSms.includes(code));
  });

  it.each(parSms)('%s tient en deux segments, sans quitter l’alphabet des SMS', (code) => {
    for (const d of variantes(code)) {
      const texte = rendreSms(d)!;
      expect(mesurer(texte)).toMatchObject({ alphabet: 'GSM7' });
      expect(mesurer(texte).segments).toBeLessThanOrEqual(SEGMENTS_MAX);
      expect(texte).toMatch(/^(Agence CSP de Valence|Votre agence)/);
      expect(texte).not.toMatch(/[\r\n]|undefined|null|NaN/);
    }
  });

  it.each(parSms)('%s ne nomme personne et dit qui appeler', (code) => {
    const texte = rendreSms(exemple(code))!;
    expect(texte).not.toMatch(/Zoé|Lefèvre|Claire|Morel|Vercors|maladie|maternité/);
    expect(texte).toContain('04 65 71 00 12');
  });

  it('dit où l’on va, et à qui répondre', () => {
    expect(rendreSms(exemple('RDV_CONVOCATION'))).toContain(
      'sur place (Agence CSP de Valence, 14 place du Champ-de-Mars, Valence). Si vous ne pouvez pas venir',
    );
    const lieu = 'Espace des Entreprises de la Plaine, bâtiment C, troisième étage, '.repeat(3);
    const rendezVous = { ...rendezVousExemple, lieu };
    expect(rendreSms(exemple('RDV_CONVOCATION', undefined, { rendezVous }))).toContain("adresse dans l'e-mail");
    expect(rendreSms(exemple('C02_RAPPEL_REFLEXION'))).toContain('bulletin signé à votre employeur au plus tard');
  });

  it('donne le lien d’une visio quand il tient, sinon dit où le trouver', () => {
    const visio = (lien: string | null) =>
      rendreSms(exemple('RDV_CONVOCATION', undefined, { rendezVous: { ...rendezVousExemple, mode: 'VISIO', lien } }));
    expect(visio('https://visio.example.org/r/7')).toContain(
      'en visio. Si vous ne pouvez pas venir, prévenez avant. Lien : https://visio.example.org/r/7 Contact',
    );
    expect(visio(`https://visio.example.org/${'a'.repeat(300)}`)).toContain("en visio (lien dans l'e-mail).");
    expect(visio('https://visio.example.org/é’')).not.toContain('https');
    expect(visio(null)).toContain('en visio. Si');
    const { email: _, ...identite } = personnesExemple.identite;
    const sansEmail = exemple('RDV_CONVOCATION', undefined, {
      personnes: { ...personnesExemple, identite },
      rendezVous: { ...rendezVousExemple, mode: 'VISIO', lien: `https://visio.example.org/${'a'.repeat(300)}` },
    });
    expect(rendreSms(sansEmail)).toContain('en visio (demandez le lien).');
  });
});
