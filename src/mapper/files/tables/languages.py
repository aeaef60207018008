"""What people who do not write English call the columns of their tables, the stages and the users."""

from __future__ import annotations

from mapper.model import Stage

HEADERS = {
    "name": "komponente, baustein, bezeichnung, nom, composant, composante, libellé, nombre, componente, nome, naam",
    "evolution": "reife, reifegrad, évolution, maturité, evolución, madurez, evoluzione, maturità, evolutie, volwassenheid",
    "stage": "stufe, entwicklungsstufe, evolutionsstufe, stade, étape, etapa, fase, fase de evolución, stadio, stadium",
    "visibility": "sichtbarkeit, visibilité, visibilidad, visibilità, zichtbaarheid",
    "kind": "art, typ, genre, tipo, soort",
    "method": "beschaffungsart, beschaffung, méthode, método, metodo, methode",
    "contract": "vertrag, los, vertragsnummer, contrat, marché, contrato, lote, contratto, lotto, perceel, overeenkomst",
    "value": "vertragswert, auftragswert, wert, betrag, kosten, preis, montant, valeur, coût, prix, importe, valor, coste, "
    "importo, valore, costo, bedrag, waarde",
    "owner": "verantwortlich, verantwortlicher, zuständig, eigentümer, responsable, propriétaire, responsabile, "
    "eigenaar, verantwoordelijke",
    "supplier": "lieferant, anbieter, auftragnehmer, fournisseur, prestataire, titulaire, proveedor, adjudicatario, "
    "fornitore, leverancier",
    "inertia": "trägheit, inertie, inercia, inerzia",
    "description": "beschreibung, bemerkung, bemerkungen, kommentar, notiz, remarque, remarques, commentaire, descripción, "
    "observaciones, descrizione, omschrijving, opmerking, opmerkingen",
    "needs": "braucht, benötigt, abhängig von, abhängigkeiten, besoins, dépend de, dépendances, necesita, depende de, "
    "dipende da, richiede, heeft nodig, afhankelijk van",
    "source": "von, quelle, de, origine, desde, origen, da, van, bron",
    "target": "nach, ziel, vers, à, cible, hacia, destino, verso, destinazione, naar, doel",
}
"""By field, the words between commas. Of a word that means different things in two languages the likelier is taken."""

STAGES = {
    Stage.GENESIS: "genese, entstehung, genèse, génesis, genesi, ontstaan",
    Stage.CUSTOM: "individuell, individualentwicklung, eigenentwicklung, maßgeschneidert, sur mesure, spécifique, a medida, "
    "su misura, maatwerk",
    Stage.PRODUCT: "produkt, produkte, produit, producto, prodotto",
    Stage.COMMODITY: "massenware, standardware, commodité, banalisé, utilité, utilidad, servizio di base, nutsvoorziening",
}

ANCHORS = "nutzer, nutzerin, anwender, kunde, utilisateur, usager, usuario, usuaria, cliente, utente, gebruiker, klant"
