import '#ui/shared/fonts.css'
