import ICAL from 'ical.js';
import type { RendezVous } from '../domain/rendez-vous/rendez-vous';
import { personnesExemple } from './exemples';
import { type DonneesInvitation, rendreInvitation } from './invitation';

const rendezVous: RendezVous = {
  id: '7f3a',
  numero: '2026-000123-07',
  sorte: 'PSP',
  mode: 'PRESENTIEL',
  debut: '2025-04-22T07:30:00.000Z',
  dureeMinutes: 60,
  lieu: null,
  lien: null,
  intitule: null,
  statut: 'PREVU',
  sequence: 0,
  compteRendu: null,
};

const donnees = (varie: Partial<RendezVous> = {}, reste: Partial<DonneesInvitation> = {}): DonneesInvitation => ({
  rendezVous: { ...rendezVous, ...varie },
  agence: personnesExemple.agence,
  referent: personnesExemple.referent,
  email: 'zoe.lefevre@example.org',
  methode: 'REQUEST',
  domaine: 'jalon.example.org',
  horodatage: '2025-04-02T06:00:00.000Z',
  ...reste,
});

function lire(ics: string) {
  const calendrier = new ICAL.Component(ICAL.parse(ics));
  const evenements = calendrier.getAllSubcomponents('vevent');
  expect(evenements).toHaveLength(1);
  const vevent = evenements[0]!;
  return {
    methode: calendrier.getFirstPropertyValue('method'),
    vevent,
    evenement: new ICAL.Event(vevent),
    valeur: (nom: string) => vevent.getFirstPropertyValue(nom)?.toString(),
  };
}

/** A calendar that obeys RFC 5546: what came last by SEQUENCE stands, CANCEL takes away. */
function agenda(...messages: string[]): Map<string, string> {
  const rangs = new Map<string, number>();
  const jours = new Map<string, string>();
  for (const m of messages) {
    const { methode, evenement, valeur } = lire(m);
    if ((rangs.get(evenement.uid) ?? -1) >= evenement.sequence) continue;
    rangs.set(evenement.uid, evenement.sequence);
    if (methode === 'CANCEL' && valeur('status') === 'CANCELLED') jours.delete(evenement.uid);
    else jours.set(evenement.uid, evenement.startDate.toJSDate().toISOString());
  }
  return jours;
}

describe('rendreInvitation', () => {
  const neuve = rendreInvitation(donnees());
  const deplacee = rendreInvitation(donnees({ debut: '2025-04-24T12:00:00.000Z', sequence: 1 }));
  const annulee = rendreInvitation(donnees({ statut: 'ANNULE', sequence: 2 }, { methode: 'CANCEL' }));
  const uid = 'rdv-7f3a@jalon.example.org';

  it('un agenda la prend comme nouvelle, puis comme mise à jour, puis comme annulation', () => {
    expect(agenda(neuve)).toEqual(new Map([[uid, '2025-04-22T07:30:00.000Z']]));
    expect(agenda(neuve, deplacee)).toEqual(new Map([[uid, '2025-04-24T12:00:00.000Z']]));
    expect(agenda(neuve, deplacee, neuve)).toEqual(new Map([[uid, '2025-04-24T12:00:00.000Z']]));
    expect(agenda(neuve, deplacee, annulee)).toEqual(new Map());
  });

  it('dit quand, où, de la part de qui, et rien de la personne que son adresse', () => {
    const { evenement, vevent, valeur } = lire(neuve);
    expect(evenement.endDate.toJSDate().toISOString()).toBe('2025-04-22T08:30:00.000Z');
    expect(evenement.summary).toBe('Rendez-vous avec votre conseiller CSP');
    expect(evenement.location).toBe('14 place du Champ-de-Mars, 26000 Valence');
    expect(valeur('organizer')).toBe('mailto:csp.valence@example.org');
    expect(valeur('class')).toBe('PRIVATE');
    expect(valeur('dtstamp')).toBe('2025-04-02T06:00:00Z');
    const [invite] = vevent.getAllProperties('attendee');
    expect(invite!.getFirstValue()).toBe('MAILTO:zoe.lefevre@example.org');
    expect(invite!.getParameter('cn')).toBeUndefined();
    expect(neuve).not.toMatch(/Zoé|Lefèvre|2026-000123|PSP/);
  });

  it('prévient la veille, sauf quand elle annule', () => {
    expect(lire(neuve).vevent.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger')?.toString()).toBe(
      '-P1D',
    );
    expect(lire(annulee).vevent.getFirstSubcomponent('valarm')).toBeNull();
  });

  it('donne les mêmes octets pour les mêmes données', () => {
    expect(rendreInvitation(structuredClone(donnees()))).toBe(neuve);
  });

  it('dit le lien en visio, le téléphone au téléphone, l’atelier par son titre hors du résumé', () => {
    const lien = 'https://visio.example.org/r/42?cle=a%2Cb';
    const visio = lire(rendreInvitation(donnees({ mode: 'VISIO', lien })));
    expect([visio.evenement.location, visio.valeur('url')]).toEqual([lien, lien]);
    const tel = lire(rendreInvitation(donnees({ mode: 'TELEPHONE' })));
    expect([tel.evenement.location, tel.valeur('url')]).toEqual(['Par téléphone', undefined]);
    const atelier = lire(rendreInvitation(donnees({ sorte: 'ATELIER', intitule: 'Réussir son CV' }))).evenement;
    expect(atelier.summary).toBe('Atelier CSP');
    expect(atelier.description).toMatch(/^Réussir son CV\nUn empêchement/);
  });

  it.each(['javascript:alert(1)', 'http://visio.example.org', 'https://x.example.org/;a,b', 'pas un lien'])(
    'un lien qui n’en est pas un sûr (%s) reste du texte',
    (lien) => {
      const { evenement, valeur } = lire(rendreInvitation(donnees({ mode: 'VISIO', lien })));
      expect([evenement.location, valeur('url')]).toEqual([lien, undefined]);
    },
  );

  it('la CRP a son nom', () => {
    expect(lire(rendreInvitation(donnees({}, { reglement: 'crp-2009' }))).evenement.summary).toMatch(/conseiller CRP$/);
  });

  it('plie ses lignes à 75 octets, sans couper une lettre', () => {
    const ics = rendreInvitation(donnees({ lieu: `Salle ${'é'.repeat(300)} 🎉`, intitule: '漢字かな'.repeat(60) }));
    expect(ics.split('\r\n').every((ligne) => Buffer.byteLength(ligne) <= 75)).toBe(true);
    expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(lire(ics).evenement.location).toBe(`Salle ${'é'.repeat(300)} 🎉`);
  });

  it.each([
    '12 rue des Œillets ; bât. A, 2e\\étage "nord"',
    'ici\r\nATTENDEE:mailto:tous@example.org\r\nX:1',
    'ici\rEND:VEVENT\rBEGIN:VEVENT',
    'ici\u2028END:VCALENDAR\u2028x',
    '\u202egnorw\u202c',
  ])('%j reste du texte, en lieu, en titre, en nom', (texte) => {
    const agence = { ...personnesExemple.agence, nom: texte };
    const referent = { ...personnesExemple.referent, nom: texte, telephone: texte };
    const rendu = rendreInvitation(donnees({ lieu: texte, intitule: texte, sorte: 'ATELIER' }, { agence, referent }));
    const { vevent, evenement } = lire(rendu);
    expect(vevent.getAllProperties('attendee')).toHaveLength(1);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(evenement.location).toBe(texte.replace(/[\u0000-\u001f\u2028]+/g, ' ').replace(/[\u202a-\u202e]/g, ''));
    expect(evenement.location).not.toMatch(/[\r\n\u2028\u202e]/);
  });

  it('refuse une adresse qui ajouterait une ligne ou un paramètre, sans la répéter', () => {
    for (const email of ['a@b.org\r\nX:1', 'a;b@c.org', 'personne', 'a@b.org,c@d.org'])
      expect(() => rendreInvitation(donnees({}, { email }))).toThrow(/^Adresse impropre à une invitation$/);
  });
});
