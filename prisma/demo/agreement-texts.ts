import { textFingerprint } from "@/lib/features/agreements/rules";

const ENGLISH = `## What we do for you

Our counselors advise you on planning, financing, marketing and running your business. Counseling is free of charge and confidential.

## What we ask of you

- Keep the appointments you make, or tell us a day before when you cannot.
- Tell us what became of our advice once a year: sales, jobs, financing. We report totals, never your name.
- Decide for yourself. We advise; you are responsible for what you do with the advice.

## Confidentiality

We share nothing that names you or your business with anybody outside the program without your written consent, unless the law requires it.

## Conflicts of interest

No counselor may recommend goods or services of a firm in which they have an interest, take a fee, or work for a competitor of yours without your consent.

## Ending this agreement

Either side may end this agreement at any time in writing. It then ends for the future; records of past work are kept as the law asks.`;

const SPANISH = `## Lo que hacemos por usted

Nuestros asesores le orientan sobre la planificación, el financiamiento, el mercadeo y la gestión de su negocio. La asesoría es gratuita y confidencial.

## Lo que le pedimos

- Acuda a las citas que haga, o avísenos un día antes si no puede.
- Cuéntenos una vez al año el resultado de nuestra orientación: ventas, empleos, financiamiento. Informamos totales, nunca su nombre.
- Decida por su cuenta. Nosotros orientamos; usted es responsable de lo que haga con la orientación.

## Confidencialidad

No compartimos con nadie fuera del programa nada que le identifique a usted o a su negocio sin su consentimiento por escrito, salvo que la ley lo exija.

## Conflictos de interés

Ningún asesor puede recomendar bienes o servicios de una empresa en la que tenga interés, cobrar honorarios, ni trabajar para un competidor suyo sin su consentimiento.

## Fin de este acuerdo

Cualquiera de las partes puede terminar este acuerdo en cualquier momento por escrito. Termina entonces para el futuro; los registros del trabajo pasado se conservan como la ley lo pide.`;

/** The demonstration's agreement, version 1, in both languages of the portal. */
export function agreementTexts() {
  const texts = [
    { language: "en", title: "Counseling agreement", body: ENGLISH },
    { language: "es", title: "Acuerdo de asesoría", body: SPANISH },
  ];
  return texts.map((text) => ({ ...text, number: 1, textSha256: textFingerprint(text) }));
}
