mod agree;
mod articles;
mod corpus;
mod export_json;
