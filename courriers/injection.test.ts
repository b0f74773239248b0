import fc from 'fast-check';
import { rendre } from '.';
import { exemple, exemples, personnesExemple } from './exemples';

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

const partout = (texte: string) => ({
  identite: {
    ...personnesExemple.identite,
    prenom: texte,
    nom: texte,
    adresse: { lignes: [texte, texte, texte, texte], codePostal: texte, ville: texte },
  },
  employeur: { nom: texte, adresse: { lignes: [texte], codePostal: texte, ville: texte } },
  agence: {
    ...personnesExemple.agence,
    nom: texte,
    horaires: texte,
    adresse: { lignes: [texte], codePostal: texte, ville: texte },
  },
  referent: { ...personnesExemple.referent, prenom: texte, nom: texte, email: texte, telephone: texte },
});

describe.each(attaques)('%j reste du texte', (attaque) => {
  const courriers = (['C04_ADHESION', 'C03_LICENCIEMENT_CONDITIONNEL', 'C17_SUIVI_EMPLOI'] as const).map((code) =>
    rendre(exemple(code, undefined, { personnes: partout(attaque) })),
  );

  it('en HTML, sans balise ni attribut de plus', () => {
    for (const { html } of courriers) {
      expect(html).not.toMatch(/<(?:script|img|label)\b/);
      expect(html).not.toMatch(/<[^>]*\son\w+=/);
      expect(html).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    }
  });

  it('dans l’objet, qui tient sur une ligne', () => {
    for (const { objet, nomPdf } of courriers) {
      expect(objet).not.toMatch(/[\r\n]/);
      expect(nomPdf).toMatch(/^[a-z0-9.-]+$/);
    }
  });

  it('dans le texte, sans ligne ajoutée', () => {
    for (const { texte } of courriers) expect(texte).not.toMatch(/^Bcc:/m);
  });

  it('en PDF', () => {
    for (const { pdf } of courriers) expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  });
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
    { numRuns: 150 },
  );
});

it('sans civilité, sans adresse, sans employeur, tout s’écrit encore', () => {
  const { prenom, nom } = personnesExemple.identite;
  for (const d of exemples()) {
    const personnes = { ...personnesExemple, identite: { prenom, nom }, employeur: null };
    expect(rendre({ ...d, personnes }).texte).not.toContain('undefined');
  }
});
