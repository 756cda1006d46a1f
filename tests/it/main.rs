mod corpus;
mod made_up;
mod properties;
