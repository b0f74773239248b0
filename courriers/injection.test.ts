import fc from 'fast-check';
import type { CodeCourrier } from '../domain/catalogue/catalogue';
import { codesDecision, type Personnes } from '../domain/dossier/personnes';
import { ecrire, rendre, rendreCourriel, rendreSms } from '.';
import type { DonneesCourrier } from './donnees';
import { exemple, exemples, personnesExemple } from './exemples';
import { tracer } from './pdf/de-test/lecture';
import { mesurer, SEGMENTS_MAX } from './sms';

/** A model in a frame, and an appointment with its place: every letter is laid out with all the attacks in one, below. */
const PAR_ATTAQUE: CodeCourrier[] = ['C03_LICENCIEMENT_CONDITIONNEL', 'RDV_CONVOCATION'];

/** Millimetres: the page less its margin, and what a hanging sign may take. */
const MARGE_DROITE = 210 - 20 + 1;

const attaques = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '#panic("non") #read("/etc/passwd")',
  '*gras* _it_ $x^2$ = titre @ref <label> // note \\u{41}',
  '"] } #let l = 0',
  'Durand\r\nBcc: tous@example.org\r\n\r\nCorps',
  'שלום עולם',
  'مرحبا بالعالم',
  '\u202egnorw\u202c',
  '👩‍🚀🎉',
  '漢字かな',
  'é'.repeat(300),
  'Anne '.repeat(60),
];

/** The text wherever a person or the register may have put one: names, addresses, hours, places, links, sentences, decisions. */
function partout(d: DonneesCourrier, texte: string): DonneesCourrier {
  const adresse = { lignes: [texte, texte, texte, texte], codePostal: texte, ville: texte };
  const decision = { signataire: { nom: texte, qualite: texte }, fondement: texte, recours: texte };
  const decisions = Object.fromEntries(codesDecision.map((code) => [code, decision]));
  const personnes: Personnes = {
    identite: { ...personnesExemple.identite, prenom: texte, nom: texte, adresse },
    employeur: { nom: texte, adresse },
    agence: { ...personnesExemple.agence, nom: texte, horaires: texte, adresse, decisions },
    referent: { ...personnesExemple.referent, prenom: texte, nom: texte, email: texte, telephone: texte },
  };
  const { rendezVous, declaration, rectifie, faits } = d;
  return {
    ...d,
    numero: texte,
    personnes,
    ...(rendezVous && { rendezVous: { ...rendezVous, lieu: texte, lien: texte, intitule: texte } }),
    ...(faits !== undefined && { faits: texte }),
    ...(declaration && { declaration: { ...declaration, code: texte, phrase: texte } }),
    ...(rectifie && { rectifie: { ...rectifie, donnees: partout(rectifie.donnees, texte) } }),
  };
}

describe.each(attaques)('%j reste du texte', (attaque) => {
  const courriers = exemples().map((d) => partout(d, attaque));

  it('en HTML, sans balise ni attribut de plus', () => {
    for (const { html } of courriers.map(rendreCourriel)) {
      expect(html).not.toMatch(/<(?:script|img|label)\b/);
      expect(html).not.toMatch(/<[^>]*\son\w+=/);
      expect(html).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    }
  });

  it('dans l’objet et le SMS, qui tiennent sur une ligne', () => {
    for (const d of courriers) {
      expect(ecrire(d).objet).not.toMatch(/[\r\n]/);
      expect(rendreSms(d) ?? '').not.toMatch(/[\r\n]/);
      expect(mesurer(rendreSms(d) ?? '').segments).toBeLessThanOrEqual(SEGMENTS_MAX);
    }
  });

  it('dans le texte, sans ligne ajoutée', () => {
    for (const { texte } of courriers.map(rendreCourriel)) expect(texte).not.toMatch(/^Bcc:/m);
  });

  it('en PDF, dans ses marges, sous un nom de fichier ordinaire', () => {
    for (const d of courriers.filter((x) => PAR_ATTAQUE.includes(x.code))) {
      const { pdf, nomPdf } = rendre(d);
      expect(nomPdf).toMatch(/^[a-z0-9.-]+$/);
      for (const t of tracer(pdf)) expect(t.droite).toBeLessThanOrEqual(MARGE_DROITE);
    }
  });
});

it('tout courrier garde sa mise en page, avec tout à la fois', () => {
  const ensemble = attaques.map((a) => a.slice(0, 40)).join(' ');
  for (const d of exemples().map((d) => partout(d, ensemble))) {
    const traces = tracer(rendre(d).pdf);
    expect(traces.length).toBeGreaterThan(10);
    for (const t of traces) expect(t.droite).toBeLessThanOrEqual(MARGE_DROITE);
  }
});

it('un nom quelconque ne fait jamais échouer un courrier', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (nom) => {
      const identite = { ...personnesExemple.identite, nom };
      expect(
        rendre(exemple('C06_CONVOCATION_PRE_BILAN', undefined, { personnes: { ...personnesExemple, identite } })).pdf
          .length,
      ).toBeGreaterThan(1000);
    }),
    { numRuns: 60 },
  );
});

it('sans civilité, sans adresse, sans employeur, tout s’écrit encore', () => {
  const { prenom, nom } = personnesExemple.identite;
  for (const d of exemples()) {
    const personnes = { ...personnesExemple, identite: { prenom, nom }, employeur: null };
    expect(rendre({ ...d, personnes }).texte).not.toContain('undefined');
  }
});
